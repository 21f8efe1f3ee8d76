import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { removeDataDir, temporaryDataDir } from '../../edge/database/temporary.ts'

/*
 * What test files of one run share: it takes long to make, so that the first file that needs it makes it, in a folder
 * of its own, and the others copy it.
 */

/** Gives the run a place for that. @returns What takes it away. */
export function offerSharing(): () => void {
  const place = temporaryDataDir()
  process.env.TEST_SHARED_DIR = place
  return () => {
    for (const name of Object.keys(makers)) removeDataDir(join(place, name))
    rmSync(place, { recursive: true, force: true })
  }
}

const makers = {
  /** A data folder that needs no first run, without the sample edition. */
  filled: () => import('./filled-data.ts'),
  /** The sample edition with small pictures, in a database of that name beside the others of the run. */
  sample: () => import('./sample-data.ts'),
}

/** Makers take up to a minute; a file that waits longer waits for one that was killed. */
const patience = 110_000

/**
 * The folder of what is shared: to be copied, never written to.
 * @param makeDir makes an empty folder for a file that runs without a place to share
 * @throws {Error} when it cannot be made, or nobody ends making it
 */
export async function shared(name: keyof typeof makers, makeDir: () => string): Promise<string> {
  const { make } = await makers[name]()
  const place = process.env.TEST_SHARED_DIR
  if (!place) {
    const own = makeDir()
    await make(own)
    return own
  }
  const folder = join(place, name)
  const ready = join(place, `${name}.ready`)
  const claimed = join(place, `${name}.claimed`)
  const until = Date.now() + patience
  while (!claim(claimed)) {
    if (existsSync(ready)) return folder
    if (Date.now() > until) throw new Error(`Another test file claimed ${claimed} and did not end`)
    await pause(100)
  }
  try {
    removeDataDir(folder)
    mkdirSync(folder)
    // Whatever the umask: PostgreSQL has a user of its own.
    chmodSync(folder, 0o755)
    await make(folder)
    writeFileSync(ready, '')
  } finally {
    // Where it could not be made, another file may try.
    if (!existsSync(ready)) rmSync(claimed, { recursive: true, force: true })
  }
  return folder
}

/** Whether it is this process that makes it. */
function claim(folder: string): boolean {
  try {
    mkdirSync(folder)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}
