import pg from 'pg'
import { dayOf, monthOf } from '../../lib/dates.ts'
import { readSearchParameters } from '../../lib/search/query/parameters.ts'
import { parseAddress } from '../../lib/urls.ts'
import { newsroomForTest, type TestNewsroom } from '../harness/newsroom.ts'
import { stepsTaken } from '../harness/plans.ts'
import { type Sent, sentDuring } from '../harness/statements.ts'

type Reading = typeof import('../../lib/reading/index.ts')

/** Enough that a plan for all of them and a plan for a few are told apart. */
const stories = 6000
/** Rows that a step of a statement goes through at most: a batch of a sitemap is the largest. */
const mostRows = 1100
/** Tables that grow with the stories. */
const grows = /^(articles.*|addresses.*|search_stories|live_entries|recordings.*)$/
/**
 * What counts the stories of every month, each in its part of one index, by its keys alone; and goes once
 * through the corrections and what was told live.
 */
const countsAll = /^months of the sitemap /

let room: TestNewsroom
let client: pg.Client
let read: Reading
/** What the pages of this file have sent, by name. */
const prepared = new Map<string, Sent>()

beforeAll(async () => {
  room = await newsroomForTest()
  client = new pg.Client({ connectionString: room.databaseUrl })
  await client.connect()
  const { fillNewsroom } = await import('../harness/many-stories.ts')
  await fillNewsroom(room.payload, client, stories)
  read = await import('../../lib/reading/index.ts')
}, 240_000)
afterAll(async () => {
  await client.end()
  await room.close()
})

const one = async (sql: string): Promise<string> =>
  String(Object.values((await client.query<Record<string, unknown>>(sql)).rows[0] ?? {})[0])
/** A story of a series, with a picture in its text and a link to another story, told in both languages. */
const richStory = () =>
  one(`select a.path from articles a where a.language = 'en' and a.series_id is not null
    and a.body::text like '%"relationTo": "articles"%' and a.body::text like '%"picture"%'
    and exists (select from articles o
      where o.translation_group = a.translation_group and o.language = 'zh') limit 1`)

async function listed(path: string): Promise<void> {
  if (!(await read.readList(path))) throw new Error(`${path} is not there`)
  await read.switchesOfAddress(path)
}

async function archived(path: string): Promise<void> {
  const found = await read.readArchived(path)
  if (!found) throw new Error(`${path} is not there`)
  await read.readArchiveSwitches(found.address)
}

async function fed(path: string): Promise<void> {
  const address = parseAddress(path)
  if (address?.kind === 'feed') await read.readFeed(address.of)
}

async function written(batches: AsyncGenerator<unknown>): Promise<void> {
  while (!(await batches.next()).done);
}

/** The day and number of a story in the middle of a list's page. */
async function placeIn(list: string): Promise<{ day: string; month: string; id: number }> {
  const story = (await read.readList(list))?.page.stories[1]
  const publishedAt = story?.publishedAt ?? ''
  return { day: dayOf(publishedAt), month: monthOf(publishedAt), id: story?.id ?? 0 }
}

/** Sends what a page asks for, and keeps what was sent. */
async function statementsFor(act: () => Promise<unknown>): Promise<number> {
  const sent = await sentDuring(room.payload, act)
  for (const one of sent) if (one.name !== null) prepared.set(one.name, one)
  return sent.length
}

describe('a page asks a fixed number of times, however many stories there are', () => {
  it.each<[string, number, () => Promise<unknown>]>([
    ['masthead and footer', 1, () => read.readSite('en')],
    ['front page', 5, () => read.readFrontPage('en')],
    ['latest', 1, () => listed('/en/latest')],
    ['section', 4, () => listed('/en/city')],
    ['series', 3, () => listed('/en/series/series-3')],
    ['topic', 3, () => listed('/en/topics/topics-3')],
    ['author', 3, () => listed('/en/authors/people-3')],
    ['most read', 2, () => read.readMostRead('en')],
    ['on this day', 2, () => read.readOnThisDay('en')],
    ['page of the footer, with a link', 2, () => read.readPage('about', 'en')],
    ['its switch', 1, () => read.switchesOfAddress('/en/about')],
    [
      'page of feeds',
      4,
      async () => {
        for (const taxonomy of ['sections', 'series', 'topics', 'people'] as const)
          await read.readTermNames(taxonomy, 'en')
      },
    ],
    ['feed of the latest', 3, () => fed('/en/feed.xml')],
    ['feed of a section', 4, () => fed('/en/city/feed.xml')],
    ['feed of a series', 4, () => fed('/en/series/series-3/feed.xml')],
    ['feed of a topic', 4, () => fed('/en/topics/topics-3/feed.xml')],
    ['feed of an author', 4, () => fed('/en/authors/people-3/feed.xml')],
    ['sitemap of pages', 7, () => read.readStaticAddresses('en')],
    ['sitemap of a month', 2, () => written(read.readSitemapStories('en', '2024-05', 1, 1000))],
    ['second part of one', 2, () => written(read.readSitemapStories('en', '2024-05', 2, 5))],
    ['months of the sitemap', 1, () => read.readSitemapParts('en', 'http://localhost:3000')],
    ['news sitemap', 1, () => read.readNewsStories('en', 'iChongqing')],
    ['programs’ contacts', 1, () => read.readContacts()],
    ['an address that is unknown', 1, () => read.readFormerAddress('/en/2020/01/02/nothing')],
  ])('%s: %i', async (_page, count, act) => {
    expect(await statementsFor(act)).toBe(count)
  })

  it('story, with pictures and links in its text: 5', async () => {
    const path = await richStory()
    const count = await statementsFor(async () => {
      const story = (await read.readStory(path, 'en'))?.page
      if (!story) throw new Error(`${path} is not there`)
      expect(story.related).toHaveLength(4)
      await read.switchesOfStory(story)
    })
    expect(count).toBe(5)
  })

  it.each([
    ['latest', '/en/latest', 1, 5, 5],
    ['section', '/en/city', 3, 7, 7],
    ['series', '/en/series/series-3', 3, 7, 7],
    ['topic', '/en/topics/topics-3', 3, 7, 7],
    ['author', '/en/authors/people-3', 3, 7, 7],
  ])('archive of %s, a month and a day of it', async (_kind, list, whole, month, day) => {
    const archive = `${list.replace('/latest', '')}/archive`
    const place = await placeIn(list)
    expect(await statementsFor(() => archived(archive))).toBe(whole)
    expect(await statementsFor(() => archived(`${archive}/${place.month}`))).toBe(month)
    expect(await statementsFor(() => archived(`${archive}/${place.day}`))).toBe(day - 1)
    await statementsFor(() => read.readArchived(`${archive}/${place.day}/after-${place.id}`))
  })

  it('story with a film and an audio version: 5', async () => {
    const path = await one(`select path from articles where slug = 'told-in-film'`)
    const count = await statementsFor(async () => {
      const story = (await read.readStory(path, 'en'))?.page
      expect(story?.film?.source.kind).toBe('link')
      if (story) await read.switchesOfStory(story)
    })
    expect(count).toBe(5)
  })

  it('live story, its older entries, what an open page asks, and its place in a feed', async () => {
    const path = '/en/2001/02/03/told-live'
    const story = (await read.readStory(path, 'en'))?.page
    if (!story) throw new Error(`${path} is not there`)
    const older = await one(`select id from live_entries order by id limit 1 offset 1500`)
    expect(await statementsFor(() => read.readLive(story))).toBe(4)
    expect(await statementsFor(() => read.readLive(story, Number(older)))).toBe(4)
    expect(await statementsFor(() => read.readLiveNews(path))).toBe(3)
    expect(await statementsFor(() => fed('/en/as-it-happens/feed.xml'))).toBe(3)
  })

  it('search, beside what the index is asked', async () => {
    const path = await richStory()
    for (const q of [path, 'zzzz'])
      await statementsFor(() => read.readSearch(readSearchParameters({ q }), 'en'))
    expect(prepared.size).toBeGreaterThan(50)
  })
})

describe('a statement of the pages', () => {
  it('is sent by one of those', async () => {
    const { statements } = await import('../../lib/reading/statements/statement.ts')
    expect([...statements.keys()].filter((name) => !prepared.has(name))).toEqual([])
  })

  it.each(['force_custom_plan', 'force_generic_plan'] as const)(
    'reads no table of stories from end to end, and sorts none of them (%s)',
    async (planned) => {
      const faults: string[] = []
      for (const [name, sent] of prepared)
        for (const { type, table, rows } of await stepsTaken(client, sent, planned)) {
          const isScan = type === 'Seq Scan' && grows.test(table ?? '')
          const isAllowed =
            countsAll.test(name) && rows <= stories && !(isScan && table === 'articles')
          if ((isScan || rows > mostRows) && !isAllowed)
            faults.push(`${name}: ${type} ${table ?? ''}, ${rows} rows`)
        }
      expect(faults).toEqual([])
    },
    60_000,
  )
})
