import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { bundleScript, newsroomOptions } from '../../scripts/start/bundle.mjs'
import { newsroomSecret } from './cluster.ts'
import { copyDatabase } from './database.ts'
import { root } from './processes.ts'

/** The database that it is loaded into. */
export const sampleDatabase = 'sample_edition'

/** Loads the edition in a process of its own: a file has one newsroom, which is to be on a copy. */
export async function make(dataDir: string): Promise<void> {
  const program = await bundleScript(root, '__tests__/harness/load-sample.ts')
  await promisify(execFile)(process.execPath, [...newsroomOptions, program], {
    cwd: root,
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      DATABASE_URL: await copyDatabase(sampleDatabase),
      DATA_DIR: dataDir,
      PAYLOAD_SECRET: newsroomSecret,
    },
  })
}
