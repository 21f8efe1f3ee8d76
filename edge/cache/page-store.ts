import { LRUCache } from 'lru-cache'
import type { Page } from './page.ts'

/** A page in the store. Times in ms since the epoch, by the clock that never goes back (`clock.ts`). */
export type Kept = {
  key: string
  page: Page
  renderedAt: number
  freshUntil: number
  revalidateUntil: number
  errorUntil: number
  /** Something that it shows has changed: the next request waits for a new one. */
  purged: boolean
  /** After a render that failed: no further try before this time. */
  retryAt: number
  /** How often it was asked for here since that was last taken. */
  reads: number
}

export const keep = (key: string, page: Page, renderedAt: number): Kept => ({
  key,
  page,
  renderedAt,
  freshUntil: renderedAt + page.lifetime.freshMs,
  revalidateUntil: renderedAt + page.lifetime.whileRevalidateMs,
  errorUntil: renderedAt + page.lifetime.ifErrorMs,
  purged: false,
  retryAt: 0,
  reads: 0,
})

/** Whether it may be served without another look: young enough, and nothing that it shows has changed. */
export const isFresh = (kept: Kept, now: number): boolean => !kept.purged && now < kept.freshUntil

/**
 * A page that comes from a file or another process: its bodies are parts of a larger piece of memory, and
 * the two heads of a moment are to be made anew.
 */
export function revived(kept: Kept): Kept {
  const { page } = kept
  const variant = (of: Page['br']) => ({ ...of, body: Buffer.from(of.body), age: -1 })
  const br = variant(page.br)
  return {
    ...kept,
    reads: 0,
    page: { ...page, br, gzip: page.gzip === page.br ? br : variant(page.gzip) },
  }
}

/**
 * Kept pages by key, bounded by bytes, with an index from surrogate key to pages. Pages that say 404,
 * and ways from other spellings, live in a small store of their own, so that a flood of unknown addresses
 * cannot push out stories.
 */
export class PageStore {
  private readonly pages: LRUCache<string, Kept>
  private readonly refusals: LRUCache<string, Kept>
  private readonly index = new Map<string, Set<Kept>>()

  /** @param maxBytes for everything together; at least 1 MB is used. */
  constructor(maxBytes: number) {
    const all = Math.max(maxBytes, 1024 * 1024)
    const forRefusals = Math.min(8 * 1024 * 1024, Math.floor(all / 8))
    const dispose = (kept: Kept) => this.unindex(kept)
    this.pages = new LRUCache({ maxSize: all - forRefusals, dispose })
    this.refusals = new LRUCache({ maxSize: forRefusals, dispose })
  }

  get(key: string): Kept | undefined {
    const kept = this.pages.get(key)
    if (kept === undefined) return this.refusals.get(key)
    kept.reads++
    return kept
  }

  put(kept: Kept): void {
    const { status } = kept.page
    const isRefusal = status === 404 || status === 308 || kept.key.includes('?')
    kept.reads += this.pages.peek(kept.key)?.reads ?? 0
    this.delete(kept.key)
    for (const key of kept.page.keys) {
      const pages = this.index.get(key)
      if (pages) pages.add(kept)
      else this.index.set(key, new Set([kept]))
    }
    const store = isRefusal ? this.refusals : this.pages
    store.set(kept.key, kept, { size: kept.page.bytes })
    // Larger than the whole store: it was not taken, and must not stay in the index.
    if (!store.has(kept.key)) this.unindex(kept)
  }

  delete(key: string): void {
    this.pages.delete(key)
    this.refusals.delete(key)
  }

  /** Soft: marks what shows one of the keys. Urgent: takes it out. Gives the number of pages. */
  purge(keys: Iterable<string>, urgent: boolean): number {
    let count = 0
    for (const key of keys) {
      for (const kept of [...(this.index.get(key) ?? [])]) {
        count++
        if (urgent) this.delete(kept.key)
        else mark(kept)
      }
    }
    return count
  }

  /** Marks everything: what changed cannot be known. */
  purgeAll(): number {
    for (const store of [this.pages, this.refusals]) for (const kept of store.values()) mark(kept)
    return this.size
  }

  /** Pages that nothing has purged, the last read first. */
  *recent(): Generator<Kept> {
    for (const kept of this.pages.values()) if (!kept.purged) yield kept
  }

  /** How often pages were asked for since the last time; what has left the store meanwhile is not among them. */
  takeReads(): [key: string, reads: number][] {
    const taken: [string, number][] = []
    for (const kept of this.pages.values()) {
      if (kept.reads === 0) continue
      if (kept.page.status === 200) taken.push([kept.key, kept.reads])
      kept.reads = 0
    }
    return taken
  }

  get size(): number {
    return this.pages.size + this.refusals.size
  }

  /** Bytes that it may take. */
  get limit(): number {
    return this.pages.maxSize + this.refusals.maxSize
  }

  get bytes(): number {
    return this.pages.calculatedSize + this.refusals.calculatedSize
  }

  private unindex(kept: Kept): void {
    for (const key of kept.page.keys) {
      const pages = this.index.get(key)
      if (pages?.delete(kept) && pages.size === 0) this.index.delete(key)
    }
  }
}

function mark(kept: Kept): void {
  kept.purged = true
  kept.retryAt = 0
}
