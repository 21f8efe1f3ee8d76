import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { temporaryDatabase } from '../../edge/database/temporary.ts'

export const root = join(import.meta.dirname, '..', '..')

/** Starts PostgreSQL, migrates its database and tells the tests where it is. @returns What ends it. */
export async function startCluster(): Promise<() => Promise<void>> {
  const database = await temporaryDatabase()
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'scripts/migrate.ts'],
    {
      cwd: root,
      encoding: 'utf8',
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        DATABASE_URL: database.url,
        PAYLOAD_SECRET: 'only for the tests of this checkout',
      },
    },
  )
  if (status !== 0) {
    await database.stop()
    throw new Error(`The migrations failed:\n${stdout}${stderr}`)
  }
  process.env.TEST_DATABASE_URL = database.url
  return () => database.stop()
}
