import pg from 'pg'
import { randomOf } from '../../scripts/generate/random.ts'
import { changes } from '../harness/changes.ts'
import { entrances, openPress, type Pages, type Press } from '../harness/every-page.ts'
import { newsroomForTest, type TestNewsroom } from '../harness/newsroom.ts'

/*
 * Whether purging forgets nothing, asked of the pages themselves: after a change every page of the
 * sample edition is rendered again, and each that came out otherwise must have been purged. A run makes
 * three changes, always the same; `ORACLE_SEED=7` makes others, `ORACLE_CHANGES=all` all of them.
 */
const seed = Number(process.env.ORACLE_SEED ?? 8)
const random = randomOf(seed, 0)
const wanted = process.env.ORACLE_CHANGES ?? '3'
const names = random.some(Object.keys(changes), wanted === 'all' ? 99 : Number(wanted))

let room: TestNewsroom
let press: Press
let client: pg.Client
let pages: Pages
/** Pages that changes of this run altered. */
let seen = 0

beforeAll(async () => {
  room = await newsroomForTest({ holds: 'sample' })
  client = new pg.Client({ connectionString: room.databaseUrl })
  await client.connect()
  press = await openPress(room)
  pages = await press.renderAll(entrances)
}, 240_000)
afterAll(async () => {
  await press?.close()
  await client?.end()
  await room.close()
})

/** Keys that the outbox names since it was last asked. */
let last = 0
async function touched(): Promise<Set<string>> {
  const { rows } = await client.query<{ id: string; keys: string[] }>(
    'select id, keys from outbox where id > $1 order by id',
    [last],
  )
  last = Number(rows.at(-1)?.id ?? last)
  return new Set(rows.flatMap(({ keys }) => keys))
}

/**
 * A story that comes out is not told to every story of its section: those that would name it as related
 * are bounded by their lifetime alone. What they name already is purged like everything else.
 */
const related = /<section[^>]*aria-labelledby="related">.*?<\/section>/s
const isNewcomer = (before: string, now: string): boolean =>
  now !== '' && before !== now && before.replace(related, '') === now.replace(related, '')

describe(`a page that a change alters is purged (ORACLE_SEED=${seed})`, () => {
  it('of pages that the edge can read without its parser, each of them', () => {
    expect([...press.parsed]).toEqual([])
  })

  it('of an edition with pages of every kind', () => {
    expect(pages.size).toBeGreaterThan(150)
    expect([...pages.values()].filter(({ status }) => status !== 200)).toEqual([])
  })

  it.each(names)(
    '%s',
    async (name) => {
      const change = await changes[name]?.(room.payload, random)
      if (!change) throw new Error(`No change is called ${name}`)
      for (const appearing of change.appearing ?? [])
        if (!pages.has(appearing)) pages.set(appearing, await press.render(appearing))
      await touched()
      await change.make()
      const keys = await touched()
      const after = await press.renderAll([...entrances, ...pages.keys()])
      const altered = [...pages].filter(([address, before]) => {
        const now = after.get(address)
        return now?.body !== before.body || now.location !== before.location
      })
      const forgotten = altered
        .filter(([, before]) => ![...before.keys].some((key) => keys.has(key)))
        .filter(([address, before]) => !isNewcomer(before.body, after.get(address)?.body ?? ''))
        .map(([address]) => address)
      expect({ change: change.what, forgotten }).toEqual({ change: change.what, forgotten: [] })
      seen += altered.length
      pages = after
    },
    120_000,
  )

  it('and some were altered at all', () => {
    expect(seen).toBeGreaterThan(0)
  })
})
