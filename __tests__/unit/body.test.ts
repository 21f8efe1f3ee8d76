import type { BodyDocuments } from '../../lib/story/body.ts'
import { readBody, referencesOf } from '../../lib/story/body.ts'
import { plainText } from '../../lib/story/lexical.ts'
import { type References, toLexical } from '../../newsroom/import/markdown.ts'

const references: References = {
  story: (slug) => {
    if (slug !== 'cableway') throw new Error(`there is no story "${slug}"`)
    return 5
  },
  picture: () => 3,
  page: () => ({ linkType: 'custom', url: '/en/privacy' }),
}

const picture = {
  id: 3,
  stem: 'abc',
  width: 1920,
  height: 1080,
  alt: 'A bridge',
  caption: null,
  credit: 'Illustration',
  licence: null,
}
const nothing: BodyDocuments = { picture: () => null, story: () => null, link: () => null }
const everything: BodyDocuments = { ...nothing, picture: () => picture, link: () => '/en/moved' }

const refuse = (type: string): never => {
  throw new Error(`unknown ${type}`)
}
const read = (markdown: string, documents = everything) =>
  readBody(toLexical(markdown, references), documents, refuse)

describe('story body', () => {
  it('keeps paragraphs, headings, marks and lists within lists', () => {
    const parts = read('One **bold** word.\n\n## Part\n\n- a\n  - b\n- c')
    expect(parts.map(({ kind }) => kind)).toEqual(['paragraph', 'heading', 'list'])
    expect(parts[0]).toMatchObject({ children: [{}, { text: 'bold', bold: true }, {}] })
    expect(parts[2]).toMatchObject({ items: [{ list: { items: [{}] } }, { list: null }] })
  })

  it('a link to a story leads to where the story is now', () => {
    const [part] = read('See [the cableway](story:cableway).')
    expect(part).toMatchObject({ children: [{}, { kind: 'link', href: '/en/moved' }, {}] })
  })

  it('a link to what is not public leaves its words', () => {
    const [part] = read('See [the cableway](story:cableway).', nothing)
    expect(part).toMatchObject({ children: [{}, { kind: 'text', text: 'the cableway' }, {}] })
  })

  it('a link that runs script is no link', () => {
    const [part] = read('[here](javascript:alert(1))')
    expect(part).toMatchObject({ children: [{ kind: 'text', text: 'here' }] })
  })

  it('reads every block of the sample edition', () => {
    const parts = read(
      [
        '::picture{name=bridge}',
        ':::gallery{title="Bridges"}\n- one\n- two\n:::',
        ':::pull-quote\nA sentence.\n:::',
        ':::fact-box{title="Facts"}\n- One\n:::',
        '::video{url="https://www.bilibili.com/video/BV1xx411c7mD" title="River" picture=bridge}',
      ].join('\n\n'),
    )
    expect(parts.map(({ kind }) => kind)).toEqual([
      'picture',
      'gallery',
      'pull-quote',
      'fact-box',
      'video',
    ])
  })

  it('names every document that it needs', () => {
    const state = toLexical('::picture{name=a}\n\n[x](story:cableway)', references)
    expect(referencesOf(state)).toEqual({
      pictures: [3],
      stories: [],
      links: [{ relationTo: 'articles', id: 5 }],
    })
  })

  it('joins lines of the file with a space in Latin text and without one in Chinese', () => {
    expect(plainText(toLexical('two\nlines', references))).toBe('two lines')
    expect(plainText(toLexical('两江\n交汇', references))).toBe('两江交汇')
  })

  it('an unknown node is reported and left out', () => {
    const unknown: string[] = []
    const state = { root: { children: [{ type: 'spaceship', version: 1 }] } }
    expect(readBody(state, nothing, (type) => unknown.push(type))).toEqual([])
    expect(unknown).toEqual(['spaceship'])
  })
})

describe('markdown of stories', () => {
  it.each([
    ['# Top', 'line 1: headings are ## or ###'],
    ['a\n\n| x |\n|---|', 'line 3: a story cannot hold "table"'],
    ['::rocket{}', 'line 1: there is no block "rocket"'],
    [':::fact-box\nx\n:::', 'line 1: "fact-box" needs title="…"'],
    ['[x](story:nowhere)', 'there is no story "nowhere"'],
  ])('%j is refused with its place', (markdown, message) => {
    expect(() => toLexical(markdown, references)).toThrow(message)
  })
})
