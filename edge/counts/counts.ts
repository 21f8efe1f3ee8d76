import { isDay } from '../../lib/archive/calendar.ts'
import { isoInNewsroomZone } from '../../lib/dates.ts'
import { isStoryPath } from '../../lib/urls.ts'
import { type Journal, memoryJournal } from './journal.ts'

export const consentEvents = ['shown', 'accepted', 'refused', 'chosen'] as const
export type ConsentEvent = (typeof consentEvents)[number]

/** A batch of what was counted: what is written to the database at once, and only once. */
export type Counted = {
  /** UUID. */
  id: string
  /** Days by Chongqing's clock, `2026-11-24`. */
  consent: { day: string; event: ConsentEvent; count: number }[]
  /** Hours by Chongqing's clock, `2026-11-24T08`. */
  reads: { hour: string; path: string; count: number }[]
}

/** Stories of one day, with room for a database that is away over night. */
const mostReads = 20_000

/**
 * Sums of the moment: how readers answered the cookie notice, by day, and which stories were read, by the
 * hour. Nothing in them tells one reader from another. A journal keeps them for when the process dies.
 */
export class Counts {
  private sums = new Map<string, number>()
  private readonly now: () => number
  private readonly journal: Journal

  constructor(now: () => number = Date.now, journal: Journal = memoryJournal()) {
    this.now = now
    this.journal = journal
  }

  answered(event: ConsentEvent): void {
    this.add(`consent ${this.clock().slice(0, 10)} ${event}`)
  }

  /** @param path of a story that exists: whoever calls has to know. */
  read(path: string): void {
    this.add(`read ${this.clock().slice(0, 13)} ${path}`)
  }

  get isEmpty(): boolean {
    return this.sums.size === 0
  }

  /** All of it, in the order of their keys; from now on counting begins anew. */
  take(): Counted {
    const sums = this.sums
    this.sums = new Map()
    return countedOf(this.journal.rotate(), sums)
  }

  /** What an earlier process counted and did not write. */
  leftOver(): Counted[] {
    return this.journal.leftOver().map(({ id, lines }) => {
      const sums = new Map<string, number>()
      for (const line of lines) sums.set(line, (sums.get(line) ?? 0) + 1)
      return countedOf(id, sums)
    })
  }

  /** A batch is in the database, and need not be kept elsewhere. */
  written({ id }: Pick<Counted, 'id'>): void {
    this.journal.drop(id)
  }

  private add(key: string): void {
    if (this.sums.size >= mostReads && !this.sums.has(key)) return
    this.sums.set(key, (this.sums.get(key) ?? 0) + 1)
    this.journal.append(key)
  }

  private clock(): string {
    return isoInNewsroomZone(new Date(this.now()).toISOString())
  }
}

const isConsentEvent = (value: string): value is ConsentEvent =>
  consentEvents.some((event) => event === value)

const isHour = (value: string): boolean =>
  /T(?:[01]\d|2[0-3])$/.test(value) && isDay(value.slice(0, -3))

/**
 * What is no such line (a disk may give anything back) is left out: one that the database refuses would
 * keep all others from being written.
 */
function countedOf(id: string, sums: ReadonlyMap<string, number>): Counted {
  const counted: Counted = { id, consent: [], reads: [] }
  for (const [key, count] of [...sums].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const [kind, when = '', what = ''] = key.split(' ')
    if (kind === 'read' && isHour(when) && isStoryPath(what))
      counted.reads.push({ hour: when, path: what, count })
    else if (kind === 'consent' && isDay(when) && isConsentEvent(what))
      counted.consent.push({ day: when, event: what, count })
  }
  return counted
}
