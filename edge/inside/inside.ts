import { Histogram } from 'prom-client'
import type { PageKind } from '../cache/lifetimes.ts'
import type { How } from '../cache/page-cache.ts'
import { type Counted, RequestCounts } from './request-counts.ts'
import { Slowest } from './slowest.ts'

/** What a purge did. */
export type Purged = {
  /** When pages were dropped, ms since the epoch. */
  at: number
  /** Null: everything, since what changed was not known. */
  keys: readonly string[] | null
  urgent: boolean
  pages: number
  /** ms from when the change was written, or was due, until here; null when it is not known. */
  lagMs: number | null
}

const mostPurges = 20

/** What an edge knows of its own work since it started: counted where it happens, read by who looks. */
export class Inside {
  readonly startedAt = Date.now()
  readonly requests = new RequestCounts()
  readonly slowest = new Slowest()
  readonly renderSeconds = new Histogram({
    name: 'portal_render_seconds',
    help: 'Time of one render in the renderer, without the queue before it, by kind of page',
    labelNames: ['kind'],
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [],
  })
  readonly purgeLagSeconds = new Histogram({
    name: 'portal_purge_lag_seconds',
    help: 'Time from when a change was written, or was due, until the pages that show it were dropped',
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30],
    registers: [],
  })
  purgedPages = 0
  purgeCount = 0
  failedRenders = 0
  private readonly results = new Map<How, number>()
  private purges: Purged[] = []

  /** How a page came that was no hit of the shortest way. */
  served(how: How): void {
    this.results.set(how, (this.results.get(how) ?? 0) + 1)
  }

  /** Answers from the cache by how they came; hits are those of the shortest way too. */
  *cacheResults(): Generator<{ how: How; count: number }> {
    const hits = this.requests.hitTotal + (this.results.get('hit') ?? 0)
    yield { how: 'hit', count: hits }
    for (const [how, count] of this.results) if (how !== 'hit') yield { how, count }
  }

  /** What this process counted of requests and answers since the last time. */
  takeCounted(): Counted {
    const results = [...this.results]
    this.results.clear()
    return { ...this.requests.take(), results }
  }

  /** Adds what another process counted. */
  addCounted(counted: Counted): void {
    this.requests.add(counted)
    for (const [how, count] of counted.results)
      this.results.set(how, (this.results.get(how) ?? 0) + count)
  }

  /** A render that gave an answer, whatever it was. @param ms in the renderer */
  rendered(kind: PageKind, path: string, ms: number): void {
    this.renderSeconds.observe({ kind }, ms / 1000)
    this.slowest.add({ at: Date.now(), ms, kind, path })
  }

  purged(purge: Purged): void {
    this.purgeCount++
    this.purgedPages += purge.pages
    if (purge.lagMs !== null) this.purgeLagSeconds.observe(purge.lagMs / 1000)
    this.purges = [purge, ...this.purges].slice(0, mostPurges)
  }

  /** The last one first. */
  get lastPurges(): readonly Purged[] {
    return this.purges
  }
}
