import { spawnSync } from 'node:child_process'
import { temporaryDatabase } from '../../edge/database/temporary.ts'
import { bundleScript, newsroomOptions } from '../../scripts/start/bundle.mjs'
import { root } from './processes.ts'

/** What sessions of a newsroom under test are signed with. */
export const newsroomSecret = 'only for the tests of this checkout'

/** Starts PostgreSQL, migrates its database and tells the tests where it is. @returns What ends it. */
export async function startCluster(): Promise<() => Promise<void>> {
  const migrate = await bundleScript(root, 'scripts/migrate.ts')
  const database = await temporaryDatabase()
  const { status, stdout, stderr } = spawnSync(process.execPath, [...newsroomOptions, migrate], {
    cwd: root,
    encoding: 'utf8',
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      DATABASE_URL: database.url,
      PAYLOAD_SECRET: newsroomSecret,
    },
  })
  if (status !== 0) {
    await database.stop()
    throw new Error(`The migrations failed:\n${stdout}${stderr}`)
  }
  process.env.TEST_DATABASE_URL = database.url
  return () => database.stop()
}
