import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { deserialize, serialize } from 'node:v8'
import type { Logger } from 'pino'
import { plainly } from '../../lib/plain-error.ts'
import type { Position } from '../outbox-follower.ts'
import { type Kept, type PageStore, revived } from './page-store.ts'

/**
 * The pages that were read last, kept over a restart: the next edge serves them while the renderer is
 * still coming up. They hold for the build and the address that made them, from a known place in the
 * outbox: what changed since is dropped before anybody sees them.
 */
export type Snapshot = {
  /** Which build and which site made the pages. */
  maker: string
  position: Position
  pages: readonly Kept[]
}

/** Changes with the shape of what is written. */
const shape = 2
/** Of pages, bytes; about 3,000 stories. */
const mostBytes = 32 * 1024 * 1024

const fileIn = (dataDir: string): string => path.join(dataDir, 'pages.snapshot')

/** What the pages of a checkout depend on beside the newsroom; null without a build. */
export function makerOf(root: string, siteUrl: string): string | null {
  try {
    return `${shape} ${readFileSync(path.join(root, '.next', 'BUILD_ID'), 'utf8')} ${siteUrl}`
  } catch {
    return null
  }
}

/** Writes down what is fresh in a store, the last read first. A full disk costs a warm start, no more. */
export function writeSnapshot(
  dataDir: string,
  { maker, position, store }: Omit<Snapshot, 'pages'> & { store: PageStore },
  log: Logger,
): void {
  const file = fileIn(dataDir)
  const pages: Kept[] = []
  let bytes = 0
  for (const kept of store.recent()) {
    bytes += kept.page.bytes
    if (bytes > mostBytes) break
    pages.push(kept)
  }
  try {
    writeFileSync(`${file}.new`, serialize({ maker, position, pages }), { mode: 0o600 })
    renameSync(`${file}.new`, file)
  } catch (error) {
    rmSync(`${file}.new`, { force: true })
    log.warn({ err: plainly(`Cannot write ${file}`, error) }, 'the next start will be a cold one')
  }
}

/** Takes what the last edge wrote down: once, so that no crash can bring it back later. */
export function takeSnapshot(dataDir: string, maker: string | null): Snapshot | null {
  const file = fileIn(dataDir)
  try {
    const snapshot: Snapshot = deserialize(readFileSync(file))
    return snapshot.maker === maker ? snapshot : null
  } catch {
    // None, or not a whole one: a cold start is always right.
    return null
  } finally {
    rmSync(file, { force: true })
  }
}

/** Puts the pages into a store, the last read on top. */
export function restore(store: PageStore, { pages }: Snapshot): void {
  for (const kept of pages.toReversed()) store.put({ ...revived(kept), retryAt: 0 })
}
