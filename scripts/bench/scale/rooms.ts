import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, rmSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { type Options, root } from '../options.ts'
import { databaseUrlOf, type Running, startPortal } from '../servers.ts'

const say = (line: string) => process.stderr.write(`${line}\n`)

/** An open newsroom with so many generated stories. */
export type Room = {
  stories: number
  /** How many of them were written in a second, and how many were written and put into the search index. */
  perSecond: { written: number; indexed: number }
  portal: Running
  client: pg.Client
}

/** Makes a newsroom of every size, each from the same sample edition, and opens them all. */
export async function openRooms(options: Options, sizes: readonly number[]): Promise<Room[]> {
  const { dataDir: folder } = options
  rmSync(folder, { recursive: true, force: true })
  const sample = path.join(folder, 'sample')
  await close(await startPortal({ ...options, dataDir: sample }))
  const filled = sizes.map((stories) => {
    say(`${stories} stories`)
    const dataDir = path.join(folder, String(stories))
    cpSync(sample, dataDir, { recursive: true, preserveTimestamps: true })
    return { stories, dataDir, perSecond: fill(stories, dataDir) }
  })
  const rooms: Room[] = []
  for (const { dataDir, ...room } of filled) {
    const portal = await startPortal({ ...options, dataDir }, { TRUST_PROXY: 'loopback' })
    const client = new pg.Client({ connectionString: databaseUrlOf(dataDir) })
    await client.connect()
    rooms.push({ ...room, portal, client })
  }
  return rooms
}

export async function closeRooms(rooms: readonly Room[]): Promise<void> {
  for (const { client, portal } of rooms) {
    await client.end()
    await close(portal)
  }
}

async function close({ process: child }: Running): Promise<void> {
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}

function fill(stories: number, dataDir: string): Room['perSecond'] {
  const began = performance.now()
  const args = ['scripts/start.mjs', '--generate', '--stories', String(stories)]
  const { status, stdout } = spawnSync(process.execPath, args, {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 2],
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`The stories could not be generated\n${stdout}`)
  const [, written] = /(\d+) a second/.exec(stdout) ?? []
  return {
    written: Number(written),
    indexed: Math.round(stories / ((performance.now() - began) / 1000)),
  }
}
