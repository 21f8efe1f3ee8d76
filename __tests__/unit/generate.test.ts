import { type Language, languageCodes } from '../../lib/languages.ts'
import { plainText, topNodes, walk } from '../../lib/story/lexical.ts'
import { storiesOf } from '../../scripts/generate/stories.ts'
import { plotOf } from '../../scripts/generate/tell.ts'
import { readGenerateOptions } from '../../scripts/start/generate-options.ts'

const refers = { picture: 3, gallery: [], earlier: null }
const tell = (seed: number, index: number, language: Language) =>
  plotOf(seed, index).tell(language, refers)
const numbersOf = (text: string) => (text.match(/\d+/g) ?? []).toSorted()

const stock = {
  sections: [
    { id: 1, slug: 'city' },
    { id: 2, slug: 'nature' },
  ],
  series: [],
  topics: [{ id: 5, slug: 'mountains' }],
  people: [{ id: 7, slug: 'lin-shan' }],
  pictures: [3, 4],
}
const run = { seed: 1, stock, until: new Date('2026-11-24T00:00:00Z') }
const ids = [101, 102]

describe('generated stories', () => {
  it('are the same for a seed, and others for another', () => {
    const words = (seed: number) =>
      Array.from({ length: 20 }, (_, index) => plainText(tell(seed, index, 'en').body))
    expect(words(1)).toEqual(words(1))
    expect(words(2)).not.toEqual(words(1))
  })

  it('seldom tell the same in the same words', () => {
    const texts = Array.from({ length: 500 }, (_, index) => plainText(tell(1, index, 'en').body))
    expect(new Set(texts).size).toBe(500)
  })

  it('tell the same figures in each language, in its own script, with no gap left open', () => {
    for (let index = 0; index < 200; index += 1) {
      const [english, chinese] = (['en', 'zh'] as const).map((language) => {
        const { headline, standfirst, body } = tell(1, index, language)
        return [headline, standfirst, plainText(body)].join('\n')
      })
      expect(numbersOf(chinese ?? '')).toEqual(numbersOf(english ?? ''))
      expect(english).not.toMatch(/\p{Script=Han}|[{}]/u)
      expect(chinese).not.toMatch(/[A-Za-z{}]/)
    }
  })

  it('are one story in one or two languages, at addresses that no other has', () => {
    const all = Array.from({ length: 300 }, (_, index) => storiesOf(run, index, ids, {}))
    const paths = all.flat().map(({ path }) => path)
    expect(new Set(paths).size).toBe(paths.length)
    for (const [first, second] of all) {
      if (!first) throw new Error('no story')
      expect(second?.translation_group ?? first.translation_group).toBe(first.translation_group)
      expect(second?.translation_of_id ?? first.id).toBe(first.id)
      expect(first.translation_of_id).toBeNull()
    }
    const told = (language: Language) => all.flat().filter((row) => row.language === language)
    for (const language of languageCodes) expect(told(language).length).toBeGreaterThan(200)
  })

  it('are dated over fifteen years up to a moment', () => {
    const dates = Array.from(
      { length: 300 },
      (_, index) => storiesOf(run, index, ids, {})[0]?.published_at ?? '',
    ).toSorted()
    expect(dates[0]?.slice(0, 4)).toMatch(/^201[12]$/)
    expect(dates.at(-1)?.slice(0, 4)).toBe('2026')
    expect(dates.at(-1) ?? '').toMatch(/^2026-(0|10|11-[01]|11-2[0-3])/)
  })

  it('link back to an earlier story of their language now and then', () => {
    const earlier = { en: { id: 99, headline: 'Before' }, zh: { id: 98, headline: '从前' } }
    const links = Array.from({ length: 60 }, (_, index) =>
      storiesOf(run, index, ids, earlier).flatMap(({ body, language }) =>
        [...walk(body)].flatMap((node) => (node.type === 'link' ? [[language, node.fields]] : [])),
      ),
    ).flat()
    expect(links.length).toBeGreaterThan(5)
    for (const [language, fields] of links)
      expect(fields).toMatchObject({ doc: { value: language === 'en' ? 99 : 98 } })
  })

  it('begin with a paragraph', () => {
    expect(topNodes(tell(1, 1, 'en').body)[0]?.type).toBe('paragraph')
  })
})

describe('options of generating', () => {
  it('are a number of stories, a seed and a yes', () => {
    expect(readGenerateOptions(['--stories', '100000'])).toEqual({
      stories: 100_000,
      seed: 1,
      sure: false,
    })
    expect(readGenerateOptions(['--seed', '7', '--yes', '--stories', '5'])).toEqual({
      stories: 5,
      seed: 7,
      sure: true,
    })
  })

  it.each([[[]], [['--stories', '0']], [['--stories', 'many']], [['--storys', '5']], [['5']]])(
    'that make no sense are refused with an example: %p',
    (args) => {
      expect(() => readGenerateOptions(args)).toThrow(/npm run generate -- --stories 10000/)
    },
  )
})
