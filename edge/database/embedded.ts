import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import { secretsOf } from '../../lib/secrets.ts'
import { findBinaries } from './binaries.ts'
import { createCluster, databaseName, owner } from './create.ts'
import { clearLeftOver } from './left-over.ts'
import { isCluster, placeCluster } from './place.ts'
import { type Cluster, freePort, type Server, startServer } from './server.ts'

export type DatabaseOptions = {
  /** Absolute path; must exist. The caller holds it (`scripts/start/hold.ts`). */
  dataDir: string
  log: Logger
  /** For tests: quick, and lost when the machine stops. */
  temporary?: boolean
  /** Told, in one line each, what an operator may want to know. */
  say?: (line: string) => void
}

export type Database = {
  /** `postgres://…` with its password: not for logs. */
  url: string
  /** Process that holds the database at this moment. */
  pid(): number
  /** Ends it, after everything that uses it. @param patienceMs Until connections are cut, ms. */
  stop(patienceMs?: number): Promise<void>
}

/** An embedded PostgreSQL that is about to be started. */
export type PreparedDatabase = {
  /** Where it will be. */
  url: string
  /** Whether it has to be made first, which takes a second or more. */
  isNew: boolean
  /** @throws {PlainError} when it cannot run on these data. */
  start(): Promise<Database>
}

/**
 * Starts the embedded PostgreSQL on the data of `dataDir`, which is made when there is none, and keeps
 * it running: when it dies, it is started again on the same port.
 * @throws {PlainError} when it cannot run here, or on these data.
 */
export const startDatabase = async (options: DatabaseOptions): Promise<Database> =>
  (await prepareDatabase(options)).start()

/** The same in two steps, for a caller that has other things to begin as soon as the address is known. */
export async function prepareDatabase(options: DatabaseOptions): Promise<PreparedDatabase> {
  const { dataDir, log, temporary = false, say = (line) => log.info(line) } = options
  const { databasePassword } = secretsOf(dataDir)
  const { folder, user } = placeCluster(dataDir, say)
  const binaries = findBinaries(user, say)
  const cluster: Cluster = { binaries, folder, user, log, temporary }
  const isNew = !isCluster(folder, binaries.major)
  const port = await freePort()
  const url = `postgres://${owner}:${databasePassword}@127.0.0.1:${port}/${databaseName}`
  const start = async () => {
    if (isNew) await createCluster(cluster, databasePassword)
    else await clearLeftOver(folder, say)
    const keeper = await keepRunning(cluster, port)
    return { url, ...keeper }
  }
  return { url, isNew, start }
}

async function keepRunning(
  cluster: Cluster,
  port: number,
): Promise<Pick<Database, 'pid' | 'stop'>> {
  let server: Server = await startServer(cluster, port)
  let stopping = false
  const watch = async (): Promise<void> => {
    for (;;) {
      await server.ended
      if (stopping) return
      cluster.log.error('The database ended by itself and is started again')
      server = await again(cluster, port, () => stopping)
    }
  }
  const watching = watch().catch(() => {})
  return {
    pid: () => server.pid,
    stop: async (patienceMs = 5_000) => {
      stopping = true
      await server.stop(patienceMs)
      await watching
    },
  }
}

async function again(cluster: Cluster, port: number, stopping: () => boolean): Promise<Server> {
  for (let waitMs = 250; ; waitMs = Math.min(waitMs * 2, 30_000)) {
    try {
      await clearLeftOver(cluster.folder, (line) => cluster.log.warn(line))
      return await startServer(cluster, port)
    } catch (error) {
      cluster.log.error({ err: error }, 'The database cannot be started')
      if (stopping()) throw error
      await pause(waitMs)
      if (stopping()) throw error
    }
  }
}
