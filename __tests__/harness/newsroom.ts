import { cpSync } from 'node:fs'
import type { Payload } from 'payload'
import { removeDataDir, temporaryDataDir } from '../../edge/database/temporary.ts'
import { newsroomSecret } from './cluster.ts'
import { databaseForTest } from './database.ts'
import { sampleDatabase } from './sample-data.ts'
import { shared } from './shared.ts'

export type TestNewsroom = {
  payload: Payload
  databaseUrl: string
  /** Uploads and renditions go there. */
  dataDir: string
  /** Closes it and takes its database and files away: in `afterAll`, or jest does not end. */
  close(): Promise<void>
}

/**
 * A newsroom, without content unless told, on a database and a data folder of its own. Call it in `beforeAll`, and
 * import nothing of `newsroom/` that reads the environment before (`newsroom/environment.ts`): types,
 * and modules without Payload's config, are fine.
 * @param given.holds `sample`: the sample edition with small pictures
 * @param given.way from the database's address to the one by which the newsroom reaches it
 */
export async function newsroomForTest({
  holds,
  way = async (url) => url,
}: {
  holds?: 'sample'
  way?: (databaseUrl: string) => Promise<string>
} = {}): Promise<TestNewsroom> {
  const dataDir = temporaryDataDir()
  if (holds) cpSync(await shared(holds, temporaryDataDir), dataDir, { recursive: true })
  const database = await databaseForTest(holds && sampleDatabase)
  Object.assign(process.env, {
    DATABASE_URL: await way(database.url),
    DATA_DIR: dataDir,
    PAYLOAD_SECRET: newsroomSecret,
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
