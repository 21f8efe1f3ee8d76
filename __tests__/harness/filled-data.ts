import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { removeDataDir, temporaryDataDir } from '../../edge/database/temporary.ts'
import { launch } from './processes.ts'

/** Gives the run a place for one filled data folder, which the first test file that needs it makes. @returns What ends it. */
export function offerFilledData(): () => void {
  const folder = temporaryDataDir()
  process.env.TEST_FILLED_DIR = folder
  return () => {
    removeDataDir(join(folder, 'data'))
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * A data folder that needs no first run, without the sample edition; nobody may write to it.
 * @param makeDir makes an empty one, for a file that runs without others
 */
export async function filledDataDir(makeDir: () => string): Promise<string> {
  const shared = process.env.TEST_FILLED_DIR
  if (!shared) return await fill(makeDir())
  const data = join(shared, 'data')
  const claimed = join(shared, 'claimed')
  const ready = join(shared, 'ready')
  while (!claim(claimed)) {
    if (existsSync(ready)) return data
    await pause(100)
  }
  try {
    mkdirSync(data, { mode: 0o755 })
    await fill(data)
    writeFileSync(ready, '')
  } catch (error) {
    // Another file may try.
    removeDataDir(data)
    rmSync(claimed, { recursive: true })
    throw error
  }
  return data
}

/** Whether it is this process that makes it. */
function claim(folder: string): boolean {
  try {
    mkdirSync(folder)
    return true
  } catch {
    return false
  }
}

/** Taking the sample edition out of an empty newsroom makes the newsroom, and lets it stay empty. */
async function fill(dataDir: string): Promise<string> {
  const filling = launch({ args: ['--sample', '--remove'], env: { DATA_DIR: dataDir } })
  if ((await filling.ended) !== 0) throw new Error(filling.output())
  return dataDir
}
