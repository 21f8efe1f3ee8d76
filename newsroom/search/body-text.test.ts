import { toLexical } from '../import/markdown.ts'
import { bodyTextOf } from './body-text.ts'

const read = (markdown: string) =>
  bodyTextOf(
    toLexical(markdown, {
      story: () => 7,
      picture: (name) => name.length,
      page: () => ({ linkType: 'custom', url: '/en/about' }),
    }),
  )

describe('what of a body is searched', () => {
  it('paragraphs as they are read, links among them; headings, lists, quotations', () => {
    const { body } = read('A *b* [c](https://example.com/) d.\n\n## E\n\n- f\n- g\n  - h\n\n> i')
    expect(body).toEqual(['A b c d.', 'E', 'f', 'g', 'h', 'i'])
  })

  it('of blocks what each of them says in its folder', () => {
    const text = read(
      [
        '::picture{name=bridge}',
        '',
        ':::fact-box{title="Figures"}',
        '- one',
        ':::',
        '',
        ':::pull-quote{source="Somebody"}',
        'Said so.',
        ':::',
        '',
        ':::gallery{title="Four views"}',
        '- one',
        '- seven',
        ':::',
      ].join('\n'),
    )
    expect(text.body).toEqual(['Figures', 'one', 'Said so.', 'Somebody'])
    expect(text.captions).toEqual(['Four views'])
    expect(text.pictures).toEqual([6, 3, 5])
  })

  it('of a block that it does not know, title and text; of nothing, nothing', () => {
    const block = { type: 'block', fields: { blockType: 'new', title: 'T', text: 'x', url: '/u' } }
    expect(bodyTextOf({ root: { children: [block] } }).body).toEqual(['T', 'x'])
    for (const nothing of [null, undefined, '', {}])
      expect(bodyTextOf(nothing)).toEqual({ body: [], captions: [], pictures: [] })
  })
})
