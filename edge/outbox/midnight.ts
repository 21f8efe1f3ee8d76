import { boundsOfDay, dayOf } from '../../lib/dates.ts'
import { todayKey } from '../../lib/purge-keys.ts'
import type { Change, OnDue } from './due-changes.ts'

/** The one change that nobody writes down: a day ends in Chongqing, and what shows it is of yesterday. */
export const midnight: Change = { id: 'midnight', keys: [todayKey], urgent: false }

/** The wall clock may be set, and a machine may sleep: the day is looked at every hour. */
const longestNap = 60 * 60 * 1000
/** Timers may fire a little early. ms */
const margin = 20

const dayAt = (ms: number): string => dayOf(new Date(ms).toISOString())

/** ms from a moment (ms since the epoch) to the next midnight of the newsroom. */
export function untilMidnight(now: number): number {
  const [, end] = boundsOfDay(dayAt(now))
  return Date.parse(end) - now
}

/** Whether a day has begun in Chongqing between two moments, ms since the epoch. */
export const isAnotherDay = (before: number, now: number): boolean => dayAt(before) !== dayAt(now)

/** Hands on `midnight` whenever a day begins in Chongqing. */
export class Midnights {
  private readonly onMidnight: OnDue
  private lookedAt = Date.now()
  private timer: NodeJS.Timeout | undefined

  constructor(onMidnight: OnDue) {
    this.onMidnight = onMidnight
    this.arm()
  }

  close(): void {
    clearTimeout(this.timer)
  }

  private arm(): void {
    const wait = Math.min(longestNap, untilMidnight(this.lookedAt) + margin)
    this.timer = setTimeout(() => this.look(), wait)
    this.timer.unref()
  }

  private look(): void {
    const before = this.lookedAt
    this.lookedAt = Date.now()
    if (isAnotherDay(before, this.lookedAt)) this.onMidnight(midnight, null)
    this.arm()
  }
}
