import type { Payload } from 'payload'
import { removeDataDir, temporaryDataDir } from '../../edge/database/temporary.ts'
import { databaseForTest } from './database.ts'

export type TestNewsroom = {
  payload: Payload
  databaseUrl: string
  /** Uploads and renditions go there. */
  dataDir: string
  /** Closes it and takes its database and files away: in `afterAll`, or jest does not end. */
  close(): Promise<void>
}

/**
 * A newsroom without content, on a database and a data folder of its own. Call it in `beforeAll`, and
 * import nothing of `newsroom/` that reads the environment before (`newsroom/environment.ts`): types,
 * and modules without Payload's config, are fine.
 * @param way from the database's address to the one by which the newsroom reaches it
 */
export async function newsroomForTest(
  way: (databaseUrl: string) => Promise<string> = async (url) => url,
): Promise<TestNewsroom> {
  const database = await databaseForTest()
  const dataDir = temporaryDataDir()
  Object.assign(process.env, {
    DATABASE_URL: await way(database.url),
    DATA_DIR: dataDir,
    PAYLOAD_SECRET: 'only for the tests of this checkout',
    SITE_URL: 'http://localhost:3000',
  })
  const { closeNewsroom, openNewsroom } = await import('../../newsroom/open.ts')
  const payload = await openNewsroom()
  return {
    payload,
    databaseUrl: database.url,
    dataDir,
    close: async () => {
      await closeNewsroom(payload)
      await database.drop()
      removeDataDir(dataDir)
    },
  }
}
