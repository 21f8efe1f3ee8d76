import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { searchRules } from '../../../lib/search/rules.ts'
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

/** Makes a newsroom of every size, or takes one that is kept, each from the same sample edition, and opens them all. */
export async function openRooms(options: Options, sizes: readonly number[]): Promise<Room[]> {
  const { dataDir: folder, keep } = options
  if (!keep) rmSync(folder, { recursive: true, force: true })
  const sample = path.join(folder, 'sample')
  await close(await startPortal({ ...options, dataDir: sample }))
  const filled = sizes.map((stories) => {
    const dataDir = path.join(folder, String(stories))
    return { stories, dataDir, perSecond: keptSpeed(dataDir) ?? fill(stories, sample, dataDir) }
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

/** Stands in a data folder that was filled to the end, with how quickly. */
const note = 'filled.json'

/** Null where there is none, or one whose search index is of other rules: it would be built anew while pages are read. */
function keptSpeed(dataDir: string): Room['perSecond'] | null {
  const file = path.join(dataDir, note)
  if (!existsSync(file)) return null
  const { rules, ...perSecond } = JSON.parse(readFileSync(file, 'utf8'))
  return rules === searchRules ? perSecond : null
}

function fill(stories: number, sample: string, dataDir: string): Room['perSecond'] {
  say(`${stories} stories`)
  rmSync(dataDir, { recursive: true, force: true })
  cpSync(sample, dataDir, { recursive: true, preserveTimestamps: true })
  const began = performance.now()
  const args = ['scripts/start.mjs', '--generate', '--stories', String(stories)]
  const { status, stdout } = spawnSync(process.execPath, args, {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 2],
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`The stories could not be generated\n${stdout}`)
  const [, written = '0'] = /(\d+) a second/.exec(stdout) ?? []
  const indexed = Math.round(stories / ((performance.now() - began) / 1000))
  const perSecond = { written: Number(written), indexed }
  writeFileSync(path.join(dataDir, note), JSON.stringify({ ...perSecond, rules: searchRules }))
  return perSecond
}
