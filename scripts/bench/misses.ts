import { Agent, request } from 'node:http'
import pg from 'pg'
import { percentile } from './figures.ts'

export type Taken = { p50: number; p95: number; p99: number }

export const summary = (taken: readonly number[]): Taken => ({
  p50: percentile(taken, 50),
  p95: percentile(taken, 95),
  p99: percentile(taken, 99),
})

/** Has the edge ask for everything anew, as a change of the site settings does. */
export async function purgeAll(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query(`insert into outbox (keys) values (array['site'])`)
  await client.end()
}

/** Addresses of stories, the newest first, in every language. */
export async function storyPaths(databaseUrl: string, most: number): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const { rows } = await client.query<{ path: string }>(
    `select path from articles where _status = 'published' and published_at <= now()
     order by published_at desc limit $1`,
    [most],
  )
  await client.end()
  return rows.map(({ path }) => path)
}

/** How many stories readers can see. */
export async function countStories(databaseUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const { rows } = await client.query<{ count: string }>(
    `select count(*) from articles where _status = 'published'`,
  )
  await client.end()
  return Number(rows[0]?.count)
}

export type Flood = { pages: number; failed: number; seconds: number; hits: Taken }

/** Asks for many pages at once over 64 connections, while one reader goes on reading a kept page. */
export async function missAtOnce(
  edge: string,
  paths: readonly string[],
  kept: string,
): Promise<Flood> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const reader = new Agent({ keepAlive: true, maxSockets: 1 })
  const began = performance.now()
  let failed = 0
  let over = false
  const misses = Promise.all(
    paths.map(async (path) => {
      const status = await read(edge + path, agent)
      if (status !== 200) failed++
    }),
  ).then(() => {
    over = true
  })
  const hits: number[] = []
  while (!over) {
    const asked = performance.now()
    await read(edge + kept, reader)
    hits.push(performance.now() - asked)
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  await misses
  const seconds = (performance.now() - began) / 1000
  for (const one of [agent, reader]) one.destroy()
  return { pages: paths.length, failed, seconds, hits: summary(hits) }
}

function read(url: string, agent: Agent): Promise<number> {
  return new Promise((resolve) => {
    request(url, { agent, headers: { 'accept-encoding': 'br' } }, (answer) => {
      answer.resume()
      answer.once('end', () => resolve(answer.statusCode ?? 0))
    })
      .once('error', () => resolve(0))
      .end()
  })
}
