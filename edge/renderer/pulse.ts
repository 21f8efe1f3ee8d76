export type PulseOptions = {
  /** ms in which nothing but failures came, before it counts as illness. */
  after?: number
  /** ms after a cure before the next one; twice as long each time that it did not help. */
  pause?: number
  /** ms by a clock that never goes back. */
  now?: () => number
}

/** Fewer failures may be those of a few readers, fewer pages those of these pages. */
const leastFailures = 5
const leastPages = 3
const longestPause = 30 * 60_000

/**
 * Whether pages come out of the renderer. One that answers when it is looked at may all the same give no page any more: its
 * connections are stuck, or something that it keeps is broken.
 */
export class Pulse {
  private failures = 0
  private readonly pages = new Set<string>()
  private failingSince = 0
  private quietUntil = Number.NEGATIVE_INFINITY
  private pause: number
  private readonly after: number
  private readonly firstPause: number
  private readonly now: () => number

  constructor({
    after = 20_000,
    pause = 60_000,
    now = () => performance.now(),
  }: PulseOptions = {}) {
    this.after = after
    this.firstPause = pause
    this.pause = pause
    this.now = now
  }

  /** A page came, whatever it says. */
  beat(): void {
    this.forget()
    this.pause = this.firstPause
  }

  /** No page came, or one that says that it cannot be shown. */
  miss(path: string): void {
    if (this.failures === 0) this.failingSince = this.now()
    this.failures++
    if (this.pages.size < leastPages) this.pages.add(path)
  }

  /** Nothing but failures, of several pages, for long enough; and no cure has just been tried. */
  get isIll(): boolean {
    const now = this.now()
    return (
      this.failures >= leastFailures &&
      this.pages.size >= leastPages &&
      now - this.failingSince >= this.after &&
      now >= this.quietUntil
    )
  }

  /** It was started again because it was ill. */
  treated(): void {
    this.quietUntil = this.now() + this.pause
    this.pause = Math.min(longestPause, this.pause * 2)
  }

  /** Another renderer: what came of the last one says nothing about it. */
  forget(): void {
    this.failures = 0
    this.pages.clear()
  }
}
