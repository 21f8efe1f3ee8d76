import type { PostgresAdapter } from '@payloadcms/db-postgres'
import pg from 'pg'
import type { RebuildOptions } from '../../../newsroom/search/rebuild.ts'
import { newsroomForTest, type TestNewsroom } from '../../harness/newsroom.ts'

/** The sample edition, whose index came by saves. */
let room: TestNewsroom
let client: pg.Client
let pool: PostgresAdapter['drizzle']

beforeAll(async () => {
  room = await newsroomForTest({ holds: 'sample' })
  client = new pg.Client({ connectionString: room.databaseUrl })
  client.on('error', () => {})
  await client.connect()
  const { adapterOf } = await import('../../../newsroom/database.ts')
  pool = adapterOf(room.payload).drizzle
})
afterAll(async () => {
  await client.end()
  await room.close()
})

async function rebuild(options?: RebuildOptions): Promise<number> {
  const { rebuildSearch } = await import('../../../newsroom/search/rebuild.ts')
  return await rebuildSearch(pool, options)
}

const rowsOf = async (query: string) => (await client.query(query)).rows
const stories = () =>
  rowsOf('select story_id, head, words, passage from search_stories order by story_id')
const names = () => rowsOf('select * from search_names order by kind, term_id, language')
const indexed = async (): Promise<number[]> =>
  (await rowsOf('select story_id from search_stories order by story_id desc')).map(
    ({ story_id }) => story_id,
  )

it('makes the same index anew, once', async () => {
  const before = [await stories(), await names()]
  await client.query('truncate search_stories, search_names')
  const total = await rebuild({ anew: true })
  expect([await stories(), await names()]).toEqual(before)
  expect(total).toBe(before[0]?.length)
  expect(await rebuild()).toBe(0)
  await client.query('update search_stories set rules = 0')
  expect(await rebuild()).toBe(total)
})

it.each([true, false])(
  'begins with what was entered last, goes on where it was broken off, and forgets nothing (anew: %s)',
  async (anew) => {
    const all = await indexed()
    await client.query('truncate search_stories')
    const broken = rebuild({
      anew,
      batchSize: 4,
      onProgress: (done) => {
        if (done >= 8) throw new Error('broken off')
      },
    })
    await expect(broken).rejects.toThrow('broken off')
    const some = await indexed()
    expect(some.length).toBeGreaterThanOrEqual(8)
    expect(some.length).toBeLessThan(all.length)
    expect(some).toEqual(all.slice(0, some.length))
    // As if it had been written without the index meanwhile.
    await client.query('delete from search_stories where story_id = $1', [all[0]])
    expect(await rebuild()).toBe(all.length - some.length + 1)
    expect(await indexed()).toEqual(all)
  },
)
