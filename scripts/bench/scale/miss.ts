import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { summary, type Taken } from '../misses.ts'
import type { Place } from './places.ts'

/** Misses that are counted, and those before them, which warm the renderer and its statements. */
const counted = 30
const before = 10
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

/** ms of misses of a kind of page, one at a time, each after its key was purged. */
export async function missesOf(
  origin: string,
  client: pg.ClientBase,
  { paths, key }: Place,
): Promise<Taken> {
  const taken: number[] = []
  for (let time = 0; taken.length < before + counted; time++) {
    if (time > 10 * (before + counted)) throw new Error(`${paths[0]} is kept, whatever is purged`)
    await client.query('insert into outbox (keys) values (array[$1])', [key])
    await pause(settling)
    const { ms, kept } = await read(origin + (paths[time % paths.length] ?? ''))
    if (!kept) taken.push(ms)
  }
  return summary(taken.slice(before))
}
