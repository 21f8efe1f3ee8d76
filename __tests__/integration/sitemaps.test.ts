import pg from 'pg'
import { parseAddress } from '../../lib/urls.ts'
import { type Desk, openDesk } from '../harness/desk.ts'
import { newsroomForTest, type TestNewsroom } from '../harness/newsroom.ts'
import { sentDuring } from '../harness/statements.ts'

type Reading = typeof import('../../lib/reading/index.ts')

let room: TestNewsroom
let desk: Desk
let client: pg.Client
let read: Reading
let answer: (request: Request) => Promise<Response>

/** More than two batches; many of them in the same second. */
const stories = 2300
const month = '2024-05'

beforeAll(async () => {
  room = await newsroomForTest()
  desk = await openDesk(room.payload)
  client = new pg.Client({ connectionString: room.databaseUrl })
  client.on('error', () => {})
  await client.connect()
  await client.query(
    `insert into articles (headline, language, slug, path, published_at, translation_group,
       picture_id, section_id, _status)
     select 'Story ' || n, l::enum_articles_language, 'story-' || n,
       '/' || l || '/2024/05/01/story-' || n,
       timestamptz '2024-05-01 00:00+08' + (n / 500) * interval '1 day', 'group-' || n, $1, $2,
       'published'
     from generate_series(1, ${stories}) n, unnest(array['en', 'zh']) l
     where l = 'en' or n % 2 = 0`,
    [desk.picture, desk.section],
  )
  read = await import('../../lib/reading/index.ts')
  ;({ GET: answer } = await import('../../app/(portal)/sitemap-answer.ts'))
})
afterAll(async () => {
  await client.end()
  await room.close()
})

async function part(number: number, size: number) {
  const batches: number[] = []
  const paths: string[] = []
  for await (const batch of read.readSitemapStories('en', month, number, size)) {
    batches.push(batch.length)
    paths.push(...batch.map(({ path }) => path))
  }
  return { batches, paths }
}

describe('the sitemap of a month', () => {
  it('is read in batches, every story once, whatever its parts', async () => {
    const whole = await part(1, 50_000)
    expect(whole.batches).toEqual([1000, 1000, 300])
    expect(new Set(whole.paths).size).toBe(stories)
    const parts = [await part(1, 1100), await part(2, 1100), await part(3, 1100)]
    expect(parts.map(({ paths }) => paths.length)).toEqual([1100, 1100, 100])
    expect(parts.flatMap(({ paths }) => paths)).toEqual(whole.paths)
    expect((await part(4, 1100)).paths).toEqual([])
  })

  it('names the other edition, there and back, and only where it exists', async () => {
    const editions = new Map<string, string[]>()
    for (const language of ['en', 'zh'] as const)
      for await (const batch of read.readSitemapStories(language, month, 1, 50_000))
        for (const entry of batch)
          editions.set(
            entry.path,
            entry.editions.map(({ path }) => path),
          )
    expect(editions.get('/en/2024/05/01/story-1')).toEqual(['/en/2024/05/01/story-1'])
    for (const [path, all] of editions)
      for (const other of all) expect(editions.get(other)).toContain(path)
  })

  it('is written as it is read', async () => {
    const response = await answer(new Request(`http://localhost:3000/en/sitemaps/${month}.xml`))
    const chunks: number[] = []
    let text = ''
    for await (const chunk of response.body ?? []) {
      chunks.push(chunk.length)
      text += new TextDecoder().decode(chunk)
    }
    expect(chunks).toHaveLength(4)
    expect(text.match(/<url>/g)).toHaveLength(stories)
    expect(text.trim().endsWith('</urlset>')).toBe(true)
  })

  it.each(['2024-06', '2024-05-2'])('%s is not there', async (name) => {
    const response = await answer(new Request(`http://localhost:3000/en/sitemaps/${name}.xml`))
    expect(response.status).toBe(404)
  })

  it('is in the index, with when its newest story came out', async () => {
    const parts = await read.readSitemapParts('en', 'http://localhost:3000')
    expect(parts).toEqual([{ month, part: 1, modified: new Date('2024-05-04T16:00:00Z') }])
  })

  it('says a correction as a change; one that is dated ahead is none yet', async () => {
    const correct = async (slug: string, correctedAt: string) =>
      room.payload.create({
        collection: 'articles',
        data: desk.story({ slug, corrections: [{ correctedAt, text: 'It was another bridge.' }] }),
      })
    await correct('corrected', '2026-02-02T00:00:00.000Z')
    await correct('to-be-corrected', new Date(Date.now() + 86_400_000).toISOString())
    const modified = new Map<string, Date | null>()
    for await (const batch of read.readSitemapStories('en', '2026-01', 1, 10))
      for (const entry of batch) modified.set(entry.path, entry.modified)
    expect(modified.get('/en/2026/01/02/corrected')).toEqual(new Date('2026-02-02T00:00:00Z'))
    expect(Number(modified.get('/en/2026/01/02/to-be-corrected'))).toBeLessThanOrEqual(Date.now())
  })
})

describe('a feed', () => {
  /** Statements that the newsroom sends its database while a feed is read, and stories in it. */
  async function cost(path: string) {
    const address = parseAddress(path)
    if (address?.kind !== 'feed') throw new Error(path)
    let stories = 0
    const sent = await sentDuring(room.payload, async () => {
      stories = (await read.readFeed(address.of))?.page.stories.length ?? 0
    })
    return { statements: sent.length, stories }
  }

  it('is read with as many statements for thirty stories as for one', async () => {
    await room.payload.create({
      collection: 'articles',
      data: desk.story({ slug: 'alone', section: desk.otherSection }),
    })
    const one = await cost('/en/travel/feed.xml')
    const many = await cost('/en/city/feed.xml')
    expect([one.stories, many.stories]).toEqual([1, 30])
    // The list, and its stories with all their text.
    expect([one.statements, many.statements]).toEqual([2, 2])
  })
})
