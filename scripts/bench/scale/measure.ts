import { type Resident, residentMemory } from '../memory.ts'
import type { Taken } from '../misses.ts'
import type { Options } from '../options.ts'
import { type Publishing, publishing } from '../publishing.ts'
import { missesOf } from './miss.ts'
import { newsroomTimes } from './newsroom.ts'
import { placesOf } from './places.ts'
import { closeRooms, openRooms, type Room } from './rooms.ts'

/** Misses of each kind of page that are counted, and those before, which warm renderers and their statements. */
const counted = 30
const before = 12

const say = (line: string) => process.stderr.write(`${line}\n`)

/** What was measured with so many stories. Times in ms. */
export type AtSize = Pick<Room, 'stories' | 'perSecond'> & {
  /** By kind of page. */
  misses: Record<string, Taken>
  newsroom: { list: Taken; save: Taken }
  published: Publishing
  databaseMb: number
  memoryMb: Resident[]
}

/**
 * Opens portals of their own with more and more generated stories, and reads their pages in turn.
 * @throws {Error} when a portal does not open, or a page does not answer.
 */
export async function measureScale(options: Options, sizes: readonly number[]): Promise<AtSize[]> {
  const { account } = options
  if (!account) throw new Error('The bench has no account in this data folder')
  const rooms = await openRooms(options, sizes)
  try {
    say('warming up')
    await missesAt(rooms, before)
    const misses = await missesAt(rooms, counted)
    const figures: AtSize[] = []
    for (const [at, room] of rooms.entries())
      figures.push({ misses: misses[at] ?? {}, ...(await restOf(room, account)) })
    return figures
  } finally {
    await closeRooms(rooms)
  }
}

/** Misses in each of the rooms, by kind of page. */
async function missesAt(rooms: readonly Room[], times: number): Promise<Record<string, Taken>[]> {
  const places = await Promise.all(rooms.map(({ client }) => placesOf(client)))
  const misses = rooms.map((): Record<string, Taken> => ({}))
  for (const [kind, { name }] of (places[0] ?? []).entries()) {
    say(name)
    const taken = await missesOf(
      rooms,
      places.map((ofRoom) => ofRoom[kind]),
      times,
    )
    for (const [at, ofRoom] of taken.entries()) Object.assign(misses[at] ?? {}, { [name]: ofRoom })
  }
  return misses
}

async function restOf(
  { stories, perSecond, portal, client }: Room,
  account: NonNullable<Options['account']>,
): Promise<Omit<AtSize, 'misses'>> {
  say(`${stories} stories: newsroom, publishing`)
  const newsroom = await newsroomTimes(portal.origin, account)
  const published = await publishing(portal.origin, account)
  const { rows } = await client.query<{ bytes: string }>(
    'select pg_database_size(current_database()) as bytes',
  )
  return {
    stories,
    perSecond,
    newsroom,
    published,
    databaseMb: Math.round(Number(rows[0]?.bytes) / 1024 / 1024),
    memoryMb: residentMemory(portal.process.pid ?? 0),
  }
}
