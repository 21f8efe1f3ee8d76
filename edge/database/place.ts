import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { PlainError, plainly } from '../../lib/plain-error.ts'
import { systemFolder } from './binaries.ts'
import { canEnter, type DatabaseUser, databaseUser } from './user.ts'

export type Place = {
  /** Of the database's files (the cluster, in PostgreSQL's word). May not exist yet. */
  folder: string
  /** Whom it belongs to, when that is not whom this process runs as. */
  user: DatabaseUser | null
}

/**
 * Where the database of a data folder stands: in `DATA_DIR/database`. Where its user may not go there, in
 * a folder below `/var/lib/ichongqing`, and `DATA_DIR/database` is a link to that.
 * @param say Told in one line when the files stand elsewhere.
 * @throws {PlainError} when there is no place that PostgreSQL can use.
 */
export function placeCluster(dataDir: string, say: (line: string) => void): Place {
  const wanted = join(dataDir, 'database')
  try {
    const link = lstatSync(wanted, { throwIfNoEntry: false })
    if (link?.isSymbolicLink()) return outside(dataDir, readlinkSync(wanted), say)
    const user = ownerOf(join(wanted, 'cluster')) ?? databaseUser()
    if (canEnter(user, dataDir)) return own(wanted, user)
    if (link) throw unreachable(wanted)
    const hash = createHash('sha256').update(dataDir).digest('hex').slice(0, 16)
    const folder = join(systemFolder, `database-${hash}`)
    const place = outside(dataDir, folder, say)
    symlinkSync(folder, wanted)
    return place
  } catch (error) {
    throw plainly(`Cannot place the database in ${wanted}`, error)
  }
}

function outside(dataDir: string, folder: string, say: (line: string) => void): Place {
  if (folder.startsWith(systemFolder)) {
    mkdirSync(systemFolder, { recursive: true })
    chmodSync(systemFolder, 0o755)
  }
  const place = own(folder, ownerOf(join(folder, 'cluster')) ?? databaseUser())
  if (!canEnter(place.user, folder)) throw unreachable(folder)
  // A data folder that was copied brings the link along, and would share one database with its original.
  const note = join(folder, 'data-dir')
  const before = existsSync(note) ? readFileSync(note, 'utf8') : dataDir
  const link = join(before, 'database')
  if (before !== dataDir && existsSync(link) && readlinkSync(link) === folder)
    throw new PlainError(
      `${join(dataDir, 'database')} leads to the database of ${before}: remove that link to begin with an empty database.`,
    )
  writeFileSync(note, dataDir)
  say(`The database's files are in ${folder}: PostgreSQL's user may not enter ${dataDir}`)
  return place
}

const unreachable = (folder: string): PlainError =>
  new PlainError(
    `PostgreSQL's user may not enter ${folder}: let others enter the folders above it, or set DATA_DIR to a folder elsewhere.`,
  )

/** initdb and postgres want folders that belong to their user alone; a restored copy may be root's. */
function own(parent: string, user: DatabaseUser | null): Place {
  mkdirSync(parent, { recursive: true, mode: 0o700 })
  const folder = join(parent, 'cluster')
  if (user) {
    chownSync(parent, user.uid, user.gid)
    if (lstatSync(folder, { throwIfNoEntry: false })?.uid === 0)
      spawnSync('chown', ['-R', '-h', `${user.uid}:${user.gid}`, folder])
  }
  return { folder, user }
}

/**
 * Whether a cluster stands there already.
 * @throws {PlainError} when it is of another PostgreSQL, or may not be read.
 */
export function isCluster(cluster: string, major: string): boolean {
  try {
    if (!readdirSync(dirname(cluster)).includes(basename(cluster))) return false
    const found = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
    if (found === major) return true
    throw new PlainError(
      `The database in ${cluster} was made by PostgreSQL ${found}, and this portal runs PostgreSQL ${major}: dump it with PostgreSQL ${found}, move it away, start the portal once, and load the dump.`,
    )
  } catch (error) {
    throw plainly(`Cannot read the database in ${cluster}`, error)
  }
}

/** Whom an existing cluster belongs to, when root asks: a portal that somebody else started before. */
function ownerOf(cluster: string): DatabaseUser | null {
  if (process.getuid?.() !== 0) return null
  const found = lstatSync(cluster, { throwIfNoEntry: false })
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : null
}
