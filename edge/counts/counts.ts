import { isoInNewsroomZone } from '../../lib/dates.ts'

export const consentEvents = ['shown', 'accepted', 'refused', 'chosen'] as const
export type ConsentEvent = (typeof consentEvents)[number]

/** What was counted since the last time it was written. Days by Chongqing's clock, `2026-11-24`. */
export type Counted = {
  consent: { day: string; event: ConsentEvent; count: number }[]
  reads: { day: string; path: string; count: number }[]
}

/** Stories of one day, with room for a database that is away over night. */
const mostReads = 20_000

/**
 * Sums of the moment, by day: how readers answered the cookie notice, and which stories were read.
 * Nothing in them tells one reader from another.
 */
export class Counts {
  private readonly consent = new Map<string, number>()
  private readonly reads = new Map<string, number>()
  private readonly now: () => number

  constructor(now: () => number = Date.now) {
    this.now = now
  }

  answered(event: ConsentEvent): void {
    add(this.consent, `${this.today()} ${event}`, 1)
  }

  /** @param path of a story that exists: whoever calls has to know. */
  read(path: string): void {
    const key = `${this.today()} ${path}`
    if (this.reads.size < mostReads || this.reads.has(key)) add(this.reads, key, 1)
  }

  get isEmpty(): boolean {
    return this.consent.size === 0 && this.reads.size === 0
  }

  /** All of it, in the order of their keys; from now on counting begins anew. */
  take(): Counted {
    const consent = taken(this.consent).map(([day, event, count]) => ({
      day,
      event: event as ConsentEvent,
      count,
    }))
    const reads = taken(this.reads).map(([day, path, count]) => ({ day, path, count }))
    return { consent, reads }
  }

  /** What could not be written goes to what was counted meanwhile. */
  giveBack({ consent, reads }: Counted): void {
    for (const { day, event, count } of consent) add(this.consent, `${day} ${event}`, count)
    for (const { day, path, count } of reads) add(this.reads, `${day} ${path}`, count)
  }

  private today(): string {
    return isoInNewsroomZone(new Date(this.now()).toISOString()).slice(0, 10)
  }
}

const add = (sums: Map<string, number>, key: string, count: number): void => {
  sums.set(key, (sums.get(key) ?? 0) + count)
}

function taken(sums: Map<string, number>): [day: string, what: string, count: number][] {
  const all = [...sums].toSorted(([a], [b]) => (a < b ? -1 : 1))
  sums.clear()
  return all.map(([key, count]) => {
    const [day = '', what = ''] = key.split(' ')
    return [day, what, count]
  })
}
