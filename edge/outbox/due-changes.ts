/** A change of the newsroom: which keys, and whether what shows them must not be served again. */
export type Change = { id: string; keys: readonly string[]; urgent: boolean }
/**
 * Takes a change whose time has come.
 * @param lateMs since it was due; null when it may have been handed on before
 */
export type OnDue = (change: Change, lateMs: number | null) => void

/** Timers of Node overflow beyond 24.8 days; a nap of an hour is as good. */
const longestNap = 60 * 60 * 1000
/** Timers may fire a little early, and the newsroom's own clock decides what is due. ms */
const margin = 20

/**
 * Changes whose time is still to come: scheduled publication. Times are kept on a clock that only
 * goes forward, so that a jump of the wall clock moves nothing.
 */
export class DueChanges {
  private readonly waiting = new Map<string, { change: Change; at: number }>()
  private timer: NodeJS.Timeout | undefined
  private readonly onDue: OnDue

  constructor(onDue: OnDue) {
    this.onDue = onDue
  }

  /**
   * @param waitMs by the database's clock; at once when it is not positive.
   * @param isRepeated whether it may have been handed on before
   */
  add(change: Change, waitMs: number, isRepeated = false): void {
    if (waitMs <= 0) {
      this.waiting.delete(change.id)
      this.onDue(change, isRepeated ? null : -waitMs)
      return
    }
    this.waiting.set(change.id, { change, at: performance.now() + waitMs + margin })
    this.arm()
  }

  /** Changes whose time is still to come. */
  get size(): number {
    return this.waiting.size
  }

  close(): void {
    clearTimeout(this.timer)
    this.waiting.clear()
  }

  private arm(): void {
    clearTimeout(this.timer)
    let next = Number.POSITIVE_INFINITY
    for (const { at } of this.waiting.values()) next = Math.min(next, at)
    if (next === Number.POSITIVE_INFINITY) return
    const wait = Math.max(0, Math.min(longestNap, next - performance.now()))
    this.timer = setTimeout(() => this.fire(), wait)
    this.timer.unref()
  }

  private fire(): void {
    const now = performance.now()
    for (const [id, { change, at }] of [...this.waiting]) {
      if (at > now) continue
      this.waiting.delete(id)
      this.onDue(change, now - at + margin)
    }
    this.arm()
  }
}
