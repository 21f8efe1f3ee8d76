import type { How } from '../cache/page-cache.ts'
import type { Route } from '../http/routes.ts'

/** What was asked for: the route, or what could not be read as an address of the portal. */
export type RequestKind = Route['kind'] | 'bad'
export const statusClasses = ['none', '1xx', '2xx', '3xx', '4xx', '5xx'] as const
export type StatusClass = (typeof statusClasses)[number]

/** What was counted since the last time, to be added to the sums of another process. Numbers by class of status. */
export type Counted = {
  hits: Float64Array
  others: [kind: RequestKind, counts: Float64Array][]
  results: [how: How, count: number][]
}

const classOf = (status: number): number => {
  const hundreds = (status / 100) | 0
  return hundreds >= 1 && hundreds <= 5 ? hundreds : 0
}

/**
 * Requests by route and class of status. A hit costs one addition in an array of numbers: nearly every
 * request is one.
 */
export class RequestCounts {
  private readonly hits = new Float64Array(statusClasses.length)
  private readonly others = new Map<RequestKind, Float64Array>()

  /** A page that was fresh in the store. @param status that was sent */
  hit(status: number): void {
    const at = classOf(status)
    this.hits[at] = (this.hits[at] ?? 0) + 1
  }

  /** Any other request. @param status that was sent; 0 when the reader was gone before */
  other(kind: RequestKind, status: number): void {
    const counts = this.others.get(kind) ?? new Float64Array(statusClasses.length)
    this.others.set(kind, counts)
    const at = classOf(status)
    counts[at] = (counts[at] ?? 0) + 1
  }

  /** All of it; from now on counting begins anew. */
  take(): Pick<Counted, 'hits' | 'others'> {
    const taken = { hits: this.hits.slice(), others: [...this.others] }
    this.hits.fill(0)
    this.others.clear()
    return taken
  }

  add({ hits, others }: Pick<Counted, 'hits' | 'others'>): void {
    addTo(this.hits, hits)
    for (const [kind, counts] of others) {
      const sums = this.others.get(kind) ?? new Float64Array(statusClasses.length)
      this.others.set(kind, sums)
      addTo(sums, counts)
    }
  }

  /** Requests that were answered as hits. */
  get hitTotal(): number {
    return this.hits.reduce((sum, count) => sum + count, 0)
  }

  /** Everything that was counted, sums since the start. */
  *all(): Generator<{ kind: RequestKind; status: StatusClass; count: number }> {
    const pages = this.others.get('page')
    for (const [at, status] of statusClasses.entries()) {
      const count = (this.hits[at] ?? 0) + (pages?.[at] ?? 0)
      if (count > 0) yield { kind: 'page', status, count }
      for (const [kind, counts] of this.others)
        if (kind !== 'page' && counts[at]) yield { kind, status, count: counts[at] }
    }
  }
}

function addTo(sums: Float64Array, counts: Float64Array): void {
  for (const [at, count] of counts.entries()) sums[at] = (sums[at] ?? 0) + count
}
