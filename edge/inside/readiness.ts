import { statfs } from 'node:fs/promises'

/** Why an edge cannot do all that it is there for. */
export type Unready = {
  part: 'renderer' | 'database' | 'disk' | 'pages'
  reason: string
}

export type Readiness = () => Promise<Unready[]>

export type Parts = {
  hasRenderer: () => boolean
  followsOutbox: () => boolean
  /** Whether what readers want most has been fetched, as far as it could be. */
  isWarm: () => boolean
  /** Of the data folder, bytes; rejects when it cannot be asked. */
  freeBytes: () => Promise<number>
}

/** Below it PostgreSQL may find no room for its log of a busy minute, nor an editor for a picture. Bytes. */
export const leastFree = 256 * 1024 * 1024

/** Looks at every part. Cheap enough for a probe each second; never rejects. */
export const readinessOf =
  ({ hasRenderer, followsOutbox, isWarm, freeBytes }: Parts): Readiness =>
  async () => {
    const unready: Unready[] = []
    if (!hasRenderer())
      unready.push({ part: 'renderer', reason: 'it is not running, or is starting' })
    if (!followsOutbox()) unready.push({ part: 'database', reason: 'the outbox cannot be read' })
    if (!isWarm())
      unready.push({ part: 'pages', reason: 'those that are read most are being fetched' })
    const free = await freeBytes().catch(() => null)
    if (free === null) unready.push({ part: 'disk', reason: 'the data folder cannot be looked at' })
    else if (free < leastFree)
      unready.push({ part: 'disk', reason: `${Math.floor(free / 1024 / 1024)} MB are free` })
    return unready
  }

/** Free bytes where a folder is, for a user who is not root. @throws {Error} when it is not there. */
export async function freeBytesIn(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}
