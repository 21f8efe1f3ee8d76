import { chmodSync, mkdtempSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino, { type Logger } from 'pino'
import { type Database, startDatabase } from './embedded.ts'
import { canEnter, databaseUser } from './user.ts'

/**
 * A database for tests, in a folder of its own below the system's temporary one, that vanishes when it
 * is stopped.
 */
export async function temporaryDatabase(
  log: Logger = pino({ level: 'silent' }),
): Promise<Database> {
  const dataDir = temporaryDataDir()
  try {
    const database = await startDatabase({ dataDir, log, temporary: true })
    return {
      ...database,
      stop: async (patienceMs) => {
        await database.stop(patienceMs)
        removeDataDir(dataDir)
      },
    }
  } catch (error) {
    removeDataDir(dataDir)
    throw error
  }
}

/** An empty data folder below the system's temporary folder, which others may enter. */
export function temporaryDataDir(): string {
  const user = databaseUser()
  const above = [tmpdir(), '/tmp'].find((place) => canEnter(user, place)) ?? tmpdir()
  const folder = mkdtempSync(join(above, 'ichongqing-'))
  chmodSync(folder, 0o755)
  return folder
}

/** Removes a data folder, and the database that stands elsewhere for it (`place.ts`). */
export function removeDataDir(dataDir: string): void {
  try {
    rmSync(readlinkSync(join(dataDir, 'database')), { recursive: true, force: true })
  } catch {
    // No link: the database is in the folder itself, or was never made.
  }
  rmSync(dataDir, { recursive: true, force: true })
}
