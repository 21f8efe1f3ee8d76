import type { Language } from '../../../lib/languages.ts'
import { isChinese, languageCodes } from '../../../lib/languages.ts'
import { readQuery } from '../../../lib/search/query/query.ts'
import { relaxed } from '../../../lib/search/query/relax.ts'
import type { SearchIndex } from '../../../lib/search/search-index.ts'
import { slotsOf } from '../../../lib/search/text/slots.ts'
import { newsroomForTest, type TestNewsroom } from '../../harness/newsroom.ts'
import { judged } from './judged.ts'

/** What is searched is the text of the sample edition. */
let room: TestNewsroom
let index: SearchIndex
const slugs = new Map<number, string>()

beforeAll(async () => {
  room = await newsroomForTest({ holds: 'sample' })
  const { adapterOf } = await import('../../../newsroom/database.ts')
  const { postgresIndex } = await import('../../../lib/search/postgres.ts')
  index = postgresIndex(adapterOf(room.payload).drizzle)
  const { docs } = await room.payload.find({ collection: 'articles', pagination: false, depth: 0 })
  for (const { id, slug } of docs) slugs.set(id, slug ?? '')
}, 240_000)
afterAll(() => room.close())

async function search(typed: string, language: Language): Promise<string[]> {
  const ask = (query: ReturnType<typeof readQuery>) =>
    index.search(query, { languages: [language] }, { size: 100, after: null })
  const query = readQuery(typed)
  const strict = await ask(query)
  const parts = relaxed(query)
  const { found } = strict.count === 0 && parts ? await ask(parts) : strict
  return found.map(({ id }) => slugs.get(id) ?? '')
}

describe('the sample edition, searched', () => {
  it('is judged by thirty queries in each language at least', () => {
    for (const language of languageCodes) expect(judged[language].length).toBeGreaterThanOrEqual(30)
  })

  it.each(
    languageCodes.flatMap((language) =>
      judged[language].map((one) => [language, one.query, one] as const),
    ),
  )('%s: %s', async (language, query, { best, found = [] }) => {
    const results = await search(query, language)
    expect(best).toContain(results[0])
    expect(results).toEqual(expect.arrayContaining([...best, ...found]))
  })

  it('answers with little beside: precision at 3 and recall', async () => {
    const figures: Record<string, { precision: number; recall: number }> = {}
    for (const language of languageCodes) {
      let [hits, places, recalled, wanted] = [0, 0, 0, 0]
      for (const { query, best, found = [] } of judged[language]) {
        const results = await search(query, language)
        const good = [...best, ...found]
        // Where fewer than three stories answer, no more can be expected.
        places += Math.min(3, good.length)
        hits += results
          .slice(0, Math.min(3, good.length))
          .filter((slug) => good.includes(slug)).length
        wanted += good.length
        recalled += good.filter((slug) => results.includes(slug)).length
      }
      figures[language] = { precision: hits / places, recall: recalled / wanted }
    }
    console.info('precision at 3, and recall', figures)
    for (const { precision, recall } of Object.values(figures)) {
      expect(precision).toBeGreaterThanOrEqual(0.9)
      expect(recall).toBe(1)
    }
  })

  it('finds every Chinese headline by every two neighbouring characters of it', async () => {
    const { docs } = await room.payload.find({
      collection: 'articles',
      where: { language: { in: languageCodes.filter(isChinese) } },
      pagination: false,
      depth: 0,
    })
    const missed: string[] = []
    let asked = 0
    for (const { id, headline } of docs) {
      const { slots } = slotsOf(headline)
      for (const [at, slot] of slots.entries()) {
        const next = slots[at + 1]
        if (slot.kind !== 'han' || next?.run !== slot.run) continue
        const two = headline.slice(slot.start, next.end)
        asked += 1
        const { found } = await index.search(
          readQuery(two),
          { languages: ['zh'] },
          { size: 1000, after: null },
        )
        if (!found.some((one) => one.id === id)) missed.push(`${two} of ${headline}`)
      }
    }
    expect(missed).toEqual([])
    expect(asked).toBeGreaterThan(150)
  })
})
