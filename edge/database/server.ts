import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import type { Logger } from 'pino'
import { PlainError } from '../../lib/plain-error.ts'
import type { Binaries } from './binaries.ts'
import { followOutput } from './postgres-log.ts'
import type { DatabaseUser } from './user.ts'

export type Cluster = {
  binaries: Binaries
  folder: string
  user: DatabaseUser | null
  log: Logger
  /** Gives up safety against a crash for speed: for tests. */
  temporary: boolean
}

/** One life of a PostgreSQL process. */
export type Server = {
  pid: number
  /** Settled when the process has ended, for whatever reason. */
  ended: Promise<void>
  /** Fast shutdown; after `patienceMs` an immediate one, which the next start recovers from. */
  stop(patienceMs: number): Promise<void>
}

const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '60',
  shared_buffers: '128MB',
  max_wal_size: '512MB',
  min_wal_size: '64MB',
  // A small machine: no helpers for reading, none for a single query.
  io_method: 'sync',
  max_parallel_workers_per_gather: '0',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '',
  // Statements and the values in them may hold what belongs in no log.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
}
const hasty = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

/** The environment of PostgreSQL's programs: none of the portal's secrets. English, which is read here. */
export const environment = {
  PATH: process.env.PATH,
  LC_ALL: 'C',
  TZ: 'UTC',
  NODE_ENV: 'production',
} as const

/**
 * Starts PostgreSQL on a loopback port; resolves when it takes connections, after recovery if need be.
 * @throws {PlainError} when it ends instead, with its own reason.
 */
export async function startServer(cluster: Cluster, port: number): Promise<Server> {
  const chosen = { ...settings, ...(cluster.temporary ? hasty : {}), port: String(port) }
  const flags = Object.entries(chosen).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(cluster.binaries.postgres, ['-D', cluster.folder, ...flags], {
    ...cluster.user,
    cwd: '/',
    env: environment,
    // A group of its own: Ctrl-C in a terminal is for the portal, which stops the database last.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  const failed = new Promise<void>((resolve) => child.once('error', () => resolve()))
  const complaints: string[] = []
  const ready = new Promise<void>((resolve) => {
    followOutput(child.stderr, cluster.log, (line) => {
      if (line.includes('database system is ready to accept connections')) resolve()
      if (/^(FATAL|PANIC): /.test(line)) complaints.push(line.replace(/^\w+: +/, ''))
    })
  })
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()))
  await Promise.race([ready, closed, failed])
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null)
    throw new PlainError(`The database in ${cluster.folder} does not start: ${reason(complaints)}.`)
  const keeper = outlive(child.pid, cluster.user)
  void ended.then(() => keeper.kill('SIGKILL'))
  return { pid: child.pid, ended, stop: (patienceMs) => stop(child, ended, patienceMs) }
}

const reason = (complaints: readonly string[]): string =>
  complaints.some((line) => line.includes('No space left on device'))
    ? 'the disk is full'
    : complaints.join('; ') || 'PostgreSQL ended without saying why'

/**
 * Stops PostgreSQL when this process dies without having been able to (SIGKILL, out of memory): a shell,
 * small and in a process group of its own, waits for the end of its input.
 */
function outlive(pid: number, user: DatabaseUser | null): ChildProcess {
  const keeper = spawn('/bin/sh', ['-c', 'read -r end; kill -INT "$0"', String(pid)], {
    ...user,
    cwd: '/',
    env: environment,
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  keeper.on('error', () => {})
  return keeper
}

async function stop(child: ChildProcess, ended: Promise<void>, patienceMs: number): Promise<void> {
  child.kill('SIGINT')
  const impatient = setTimeout(() => child.kill('SIGQUIT'), patienceMs)
  await ended
  clearTimeout(impatient)
}

/** A TCP port on loopback that nothing listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
