import { setTimeout as pause } from 'node:timers/promises'
import { summary, type Taken } from '../misses.ts'
import type { Place } from './places.ts'
import type { Room } from './rooms.ts'

/** ms in which the edge has followed the outbox. */
const settling = 40

/** Searches are limited by network: each of these asks comes from another one (TRUST_PROXY is set to this machine). */
let network = 0
const headers = () => {
  network = (network + 1) % 60_000
  return { 'x-forwarded-for': `10.${network >> 8}.${network & 255}.1` }
}

/** ms until a page that is not kept is there. @throws {Error} for an answer that is no 200 */
async function read(url: string): Promise<{ ms: number; kept: boolean }> {
  const began = performance.now()
  const answer = await fetch(url, { headers: headers() })
  await answer.arrayBuffer()
  const ms = performance.now() - began
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`)
  return { ms, kept: /;\s*hit/.test(answer.headers.get('cache-status') ?? '') }
}

/** ms of one miss, after the key of the place was purged. */
async function miss(
  { portal, client }: Room,
  { paths, key }: Place,
  time: number,
): Promise<number> {
  const url = portal.origin + (paths[time % paths.length] ?? '')
  for (let tries = 0; tries < 10; tries++) {
    await client.query('insert into outbox (keys) values (array[$1])', [key])
    await pause(settling)
    const { ms, kept } = await read(url)
    if (!kept) return ms
  }
  throw new Error(`${url} is kept, whatever is purged`)
}

/**
 * Misses of a kind of page, one at a time, in newsrooms of every size in turn: a busy moment of the machine meets them
 * all alike.
 * @param places that kind of page in each of the rooms
 * @param times misses in each
 */
export async function missesOf(
  rooms: readonly Room[],
  places: readonly (Place | undefined)[],
  times: number,
): Promise<Taken[]> {
  const taken = rooms.map((): number[] => [])
  for (let time = 0; time < times; time++)
    for (const [at, room] of rooms.entries()) {
      const place = places[at]
      if (place) taken[at]?.push(await miss(room, place, time))
    }
  return taken.map(summary)
}
