import { spawn } from 'node:child_process'
import { chownSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { text } from 'node:stream/consumers'
import { PlainError, plainly } from '../../lib/plain-error.ts'
import { type Cluster, environment } from './server.ts'

/** PostgreSQL's own superuser here. The portal is its only client. */
export const owner = 'portal'
export const databaseName = 'portal'

/**
 * Makes an empty cluster: UTF-8, the built-in C.UTF-8 collation (the same on every machine and in every
 * version of its C library), SCRAM passwords, checksums. It gets its name when it is complete, so that
 * one broken off half-way is never taken for a cluster.
 * @throws {PlainError} when it cannot be made.
 */
export async function createCluster(cluster: Cluster, password: string): Promise<void> {
  const unfinished = `${cluster.folder}.unfinished`
  const passwordFile = `${cluster.folder}.password`
  try {
    rmSync(unfinished, { recursive: true, force: true })
    rmSync(passwordFile, { force: true })
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600, flag: 'wx' })
    if (cluster.user) chownSync(passwordFile, cluster.user.uid, cluster.user.gid)
    await initdb(cluster, unfinished, passwordFile)
    await addDatabase(cluster, unfinished)
    renameSync(unfinished, cluster.folder)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    throw plainly(`Cannot make a database in ${cluster.folder}`, error)
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

const initdb = (cluster: Cluster, folder: string, passwordFile: string): Promise<void> =>
  run(cluster, cluster.binaries.initdb, [
    `--pgdata=${folder}`,
    `--username=${owner}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
    ...(cluster.temporary ? ['--no-sync'] : []),
  ])

/** In PostgreSQL's single-user mode: nobody can connect before everything is there. */
const addDatabase = (cluster: Cluster, folder: string): Promise<void> =>
  run(
    cluster,
    cluster.binaries.postgres,
    ['--single', '-D', folder, 'postgres'],
    `create database ${databaseName}\n`,
  )

async function run(
  { folder, user }: Cluster,
  program: string,
  args: readonly string[],
  input = '',
): Promise<void> {
  const child = spawn(program, args, { ...user, cwd: '/', env: environment, detached: true })
  child.stdin.on('error', () => {}).end(input)
  child.stdout.resume()
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  const [complaints, status] = await Promise.all([text(child.stderr), ended])
  if (status === 0) return
  const why = complaints.includes('No space left on device')
    ? 'the disk is full'
    : (complaints.trim().split('\n').at(-1) ?? 'no reason given')
  throw new PlainError(`Cannot make a database in ${dirname(folder)}: ${why}.`)
}
