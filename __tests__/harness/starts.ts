import { cpSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../../edge/database/server.ts'
import { removeDataDir, temporaryDataDir } from '../../edge/database/temporary.ts'
import { type Launch, type Launched, launch, processesOf } from './processes.ts'
import { shared } from './shared.ts'

/** Data folders and processes of the tests of the start, all of which `endAll` takes away. */
export type Starts = {
  /** A new data folder; with `filled` one that needs no first run, without the sample edition. */
  dataDir(filled?: 'filled'): string
  /** Starts a portal on a data folder and a free port. */
  start(dataDir: string, more?: Launch): Promise<Launched & { url: string }>
  endAll(): Promise<void>
}

/** Makes one filled data folder, which the others are copied from: one for all files of a run (`shared.ts`). */
export async function prepareStarts(): Promise<Starts> {
  const dataDirs: string[] = []
  const launched: Launched[] = []
  const dataDir = (filled?: 'filled') => {
    const folder = temporaryDataDir()
    dataDirs.push(folder)
    if (filled) cpSync(seed, folder, { recursive: true, preserveTimestamps: true })
    return folder
  }
  const seed = await shared('filled', dataDir)
  return {
    dataDir,
    start: async (folder, { env = {}, ...more } = {}) => {
      const port = String(await freePort())
      const started = launch({ env: { DATA_DIR: folder, PORT: port, ...env }, ...more })
      launched.push(started)
      return { ...started, url: `http://127.0.0.1:${port}` }
    },
    endAll: async () => {
      for (const { child, ended } of launched) {
        child.kill('SIGTERM')
        await ended
      }
      for (const folder of dataDirs) removeDataDir(folder)
    },
  }
}

/** Waits until nothing that knows of a data folder is running; gives what still is after `ms`. */
export async function remainsOf(dataDir: string, ms: number): Promise<number[]> {
  for (const until = Date.now() + ms; Date.now() < until; await pause(100))
    if (processesOf(dataDir).length === 0) return []
  return processesOf(dataDir)
}

export const isHeld = (dataDir: string): boolean => existsSync(join(dataDir, 'running.json'))

/** Process id of a data folder's PostgreSQL. */
export const postgresOf = (dataDir: string): number =>
  Number(
    readFileSync(join(dataDir, 'database', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0],
  )
