import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import pg from 'pg'
import { type Resident, residentMemory } from '../memory.ts'
import type { Taken } from '../misses.ts'
import { type Options, root } from '../options.ts'
import { type Publishing, publishing } from '../publishing.ts'
import { databaseUrlOf, type Running, startPortal } from '../servers.ts'
import { missesOf } from './miss.ts'
import { newsroomTimes } from './newsroom.ts'
import { placesOf } from './places.ts'

const say = (line: string) => process.stderr.write(`${line}\n`)

/** What was measured with so many stories. Times in ms. */
export type AtSize = {
  stories: number
  /** Stories written in a second while they were generated, their search index included. */
  generatedPerSecond: number
  /** By kind of page. */
  misses: Record<string, Taken>
  newsroom: { list: Taken; save: Taken }
  published: Publishing
  databaseMb: number
  memoryMb: Resident[]
}

/**
 * Fills a portal of its own with more and more generated stories, and reads its pages at each size.
 * @throws {Error} when the portal does not open, or a page does not answer.
 */
export async function measureScale(options: Options, sizes: readonly number[]): Promise<AtSize[]> {
  const { account, dataDir } = options
  if (!account) throw new Error('The bench has no account in this data folder')
  rmSync(dataDir, { recursive: true, force: true })
  const portal = await startPortal(options, { TRUST_PROXY: 'loopback' })
  const client = new pg.Client({ connectionString: databaseUrlOf(dataDir) })
  try {
    await client.connect()
    const figures: AtSize[] = []
    for (const stories of sizes) {
      say(`${stories} stories`)
      const generatedPerSecond = fill(stories, figures.at(-1)?.stories ?? 0, dataDir)
      // A renderer that has just come up is slower: without this the fewest stories would seem to take the longest.
      if (figures.length === 0) await missesAt(stories, portal, client)
      figures.push({ generatedPerSecond, ...(await at(stories, portal, client, account)) })
    }
    return figures
  } finally {
    await client.end()
    portal.process.kill('SIGTERM')
  }
}

/** Generates as many as are missing. @returns how many in a second */
function fill(stories: number, present: number, dataDir: string): number {
  const began = performance.now()
  const args = ['scripts/start.mjs', '--generate', '--stories', String(stories)]
  const { status } = spawnSync(process.execPath, args, {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: ['ignore', 2, 2],
  })
  if (status !== 0) throw new Error('The stories could not be generated')
  return Math.round((stories - present) / ((performance.now() - began) / 1000))
}

async function missesAt(
  stories: number,
  portal: Running,
  client: pg.Client,
): Promise<Record<string, Taken>> {
  const misses: Record<string, Taken> = {}
  for (const place of await placesOf(client)) {
    say(`${stories} stories: ${place.name}`)
    misses[place.name] = await missesOf(portal.origin, client, place)
  }
  return misses
}

async function at(
  stories: number,
  portal: Running,
  client: pg.Client,
  account: NonNullable<Options['account']>,
): Promise<Omit<AtSize, 'generatedPerSecond'>> {
  const misses = await missesAt(stories, portal, client)
  say(`${stories} stories: newsroom, publishing`)
  const newsroom = await newsroomTimes(portal.origin, account)
  const published = await publishing(portal.origin, account)
  const { rows } = await client.query<{ bytes: string }>(
    'select pg_database_size(current_database()) as bytes',
  )
  return {
    stories,
    misses,
    newsroom,
    published,
    databaseMb: Math.round(Number(rows[0]?.bytes) / 1024 / 1024),
    memoryMb: residentMemory(portal.process.pid ?? 0),
  }
}
