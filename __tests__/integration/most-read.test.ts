import pg from 'pg'
import { Counts } from '../../edge/counts/counts.ts'
import { rankReads, thresholds } from '../../edge/counts/rank-reads.ts'
import { tidyReads } from '../../edge/counts/tidy-reads.ts'
import { writeCounts } from '../../edge/counts/write-counts.ts'
import { type Desk, openDesk } from '../harness/desk.ts'
import { newsroomForTest, type TestNewsroom } from '../harness/newsroom.ts'

type Reading = typeof import('../../lib/reading/index.ts')

const hour = 3_600_000
let room: TestNewsroom
let desk: Desk
let client: pg.Client
let read: Reading
/** English stories, by their addresses. */
const stories: { id: number; path: string }[] = []

beforeAll(async () => {
  room = await newsroomForTest()
  desk = await openDesk(room.payload)
  client = new pg.Client({ connectionString: room.databaseUrl })
  client.on('error', () => {})
  await client.connect()
  read = await import('../../lib/reading/index.ts')
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) {
    const data = desk.story({ slug: `story-${name}` })
    const { id, path } = await room.payload.create({ collection: 'articles', data })
    stories.push({ id, path: path ?? '' })
  }
})
afterAll(async () => {
  await client.end()
  await room.close()
})
beforeEach(async () => {
  await client.query('delete from reading_hours')
  await client.query('delete from reading_counts')
  await client.query('delete from most_read')
})

/** Reads of the stories in their order, so long ago. */
async function reads(numbers: readonly number[], agoMs = 0): Promise<void> {
  const counts = new Counts(() => Date.now() - agoMs)
  numbers.forEach((number, story) => {
    for (let n = 0; n < number; n++) counts.read(stories[story]?.path ?? '')
  })
  await writeCounts(client, counts.take())
}

const places = async (period: string) =>
  (
    await client.query(
      `select article_id from most_read where period = $1 and language = 'en' order by place`,
      [period],
    )
  ).rows.map(({ article_id }) => stories.findIndex(({ id }) => id === article_id))

const told = async () =>
  Number(
    (await client.query(`select count(*) from outbox where 'most-read:en' = any(keys)`)).rows[0]
      ?.count,
  )

describe('what is read most', () => {
  it('is ranked by reads of 24 hours and of 7 days', async () => {
    await reads([10, 11, 12, 13, 14, 15], 48 * hour)
    await reads([60, 50, 40, 30, 20, 10])
    await reads([0, 0, 0, 0, 0, 500], 9 * 24 * hour)
    expect(await rankReads(client)).toEqual(['en'])
    expect(await places('day')).toEqual([0, 1, 2, 3, 4, 5])
    expect(await places('week')).toEqual([0, 1, 2, 3, 4, 5])
    await reads([0, 0, 0, 0, 0, 100], 48 * hour)
    await rankReads(client)
    expect(await places('day')).toEqual([0, 1, 2, 3, 4, 5])
    expect(await places('week')).toEqual([5, 0, 1, 2, 3, 4])
  })

  it('is not said when too little was read', async () => {
    const few = thresholds.reads - 1
    await reads([90, 80, 70, 60, few, few])
    expect(await rankReads(client)).toEqual([])
    await reads([0, 0, 0, 0, 1])
    expect(await rankReads(client)).toEqual(['en'])
    expect(await places('day')).toHaveLength(5)
  })

  it('is told to edges only when it has changed', async () => {
    await reads([60, 50, 40, 30, 20, 10])
    const before = await told()
    await rankReads(client)
    expect(await told()).toBe(before + 1)
    await reads([1, 1, 1])
    expect(await rankReads(client)).toEqual([])
    expect(await told()).toBe(before + 1)
    await client.query('delete from reading_hours')
    expect(await rankReads(client)).toEqual(['en'])
    expect(await places('day')).toEqual([])
  })

  it('is ranked by one edge at a time', async () => {
    await reads([60, 50, 40, 30, 20, 10])
    const other = new pg.Client({ connectionString: room.databaseUrl })
    await other.connect()
    await other.query('begin; select pg_advisory_xact_lock(7316422)')
    expect(await rankReads(client)).toEqual([])
    await other.query('rollback')
    await other.end()
    expect(await rankReads(client)).toEqual(['en'])
  })

  it('loses a story that is withdrawn, at once, and keeps one that has moved', async () => {
    const { payload } = room
    await reads([60, 50, 40, 30, 20, 10])
    await rankReads(client)
    const [first, second] = stories
    if (!first || !second) throw new Error('no stories')
    const shown = async () =>
      (await read.readMostRead('en')).page.day.map(({ id }) =>
        stories.findIndex((s) => s.id === id),
      )
    expect(await shown()).toEqual([0, 1, 2, 3, 4, 5])
    expect((await read.readMostRead('en')).keys).toEqual(
      expect.arrayContaining(['most-read:en', `articles:${first.id}`]),
    )
    const draft = { _status: 'draft' } as const
    await payload.update({ collection: 'articles', id: first.id, data: draft })
    await payload.update({ collection: 'articles', id: second.id, data: { slug: 'moved' } })
    expect(await shown()).toEqual([1, 2, 3, 4, 5])
    await rankReads(client)
    expect(await shown()).toEqual([1, 2, 3, 4, 5])
    const live = { _status: 'published' } as const
    await payload.update({ collection: 'articles', id: first.id, data: live })
    await payload.update({ collection: 'articles', id: second.id, data: { slug: 'story-b' } })
  })

  it('stands on the front page, by day where there is enough of it', async () => {
    expect((await read.readFrontPage('en')).page.mostRead).toEqual([])
    await reads([60, 50, 40, 30, 20, 10], 30 * hour)
    await rankReads(client)
    expect((await read.readFrontPage('en')).page.mostRead).toHaveLength(5)
  })
})

describe('what is not needed any more', () => {
  it('goes: hours after eight days, single days into their month', async () => {
    await reads([1], 9 * 24 * hour)
    await reads([2])
    await client.query(
      `insert into reading_counts (day, path, reads)
       values ('2021-03-01', '/en/x', 3), ('2021-03-30', '/en/x', 4), ('2021-03', '/en/x', 5)`,
    )
    await tidyReads(client)
    await tidyReads(client)
    const hours = await client.query('select reads from reading_hours')
    expect(hours.rows).toEqual([{ reads: 2 }])
    const days = await client.query(
      `select day, reads from reading_counts where path = '/en/x' order by day`,
    )
    expect(days.rows).toEqual([{ day: '2021-03', reads: '12' }])
    const ofStory = await client.query(`select day from reading_counts where path <> '/en/x'`)
    expect(ofStory.rows).toHaveLength(2)
  })
})
