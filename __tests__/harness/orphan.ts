import pino from 'pino'
import { findBinaries } from '../../edge/database/binaries.ts'
import { isCluster, placeCluster } from '../../edge/database/place.ts'
import { freePort, startServer } from '../../edge/database/server.ts'

/** Starts a PostgreSQL on a data folder that nobody looks after. @returns Its process id. */
export async function startOrphan(dataDir: string): Promise<number> {
  const say = () => {}
  const { folder, user } = placeCluster(dataDir, say)
  const binaries = findBinaries(user, say)
  if (!isCluster(folder, binaries.major)) throw new Error(`No cluster in ${folder}`)
  const log = pino({ level: 'silent' })
  const cluster = { binaries, folder, user, log, temporary: true }
  return (await startServer(cluster, await freePort())).pid
}
