import { spawnSync } from 'node:child_process'
import { PlainError } from '../../lib/plain-error.ts'

/** Whom PostgreSQL runs as, when that is not whom the portal runs as. */
export type DatabaseUser = { uid: number; gid: number }

const name = 'postgres'

/**
 * PostgreSQL refuses to run as root. A portal started by root runs it as the user `postgres`, which is
 * made when there is none; anybody else runs it as themselves (null).
 * @throws {PlainError} when no such user can be made.
 */
export function databaseUser(): DatabaseUser | null {
  if (process.getuid?.() !== 0) return null
  const found = lookUp()
  if (found) return found
  const options = ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent']
  spawnSync('useradd', [...options, '--shell', '/usr/sbin/nologin', name])
  const made = lookUp()
  if (made) return made
  throw new PlainError(
    `PostgreSQL does not run as root, and a user for it could not be made: run "useradd --system ${name}", or start the portal as another user.`,
  )
}

function lookUp(): DatabaseUser | null {
  const [uid, gid] = ['-u', '-g'].map((what) => {
    const { status, stdout } = spawnSync('id', [what, name], { encoding: 'utf8' })
    return status === 0 ? Number(stdout) : Number.NaN
  })
  return Number.isInteger(uid) && Number.isInteger(gid)
    ? { uid: Number(uid), gid: Number(gid) }
    : null
}

/** Whether that user can go into a folder, past every folder above it. */
export function canEnter(user: DatabaseUser | null, folder: string): boolean {
  if (user === null) return true
  return spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...user, cwd: '/' }).status === 0
}
