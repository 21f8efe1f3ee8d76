import type { PageKind } from '../cache/lifetimes.ts'

export type Rendered = {
  /** When it was there, ms since the epoch. */
  at: number
  /** ms in the renderer, without the time in the queue. */
  ms: number
  kind: PageKind
  path: string
}

const hour = 60 * 60 * 1000
/** More are kept than are shown: those of the next minutes take the place of what grows too old. */
const most = 60

/** The slowest renders of the last hour. */
export class Slowest {
  private kept: Rendered[] = []

  add(rendered: Rendered): void {
    const fresh = this.since(rendered.at - hour)
    fresh.push(rendered)
    this.kept = fresh.toSorted((a, b) => b.ms - a.ms).slice(0, most)
  }

  /** The slowest first. @param now ms since the epoch */
  list(now: number, count: number): Rendered[] {
    return this.since(now - hour).slice(0, count)
  }

  private since(time: number): Rendered[] {
    return this.kept.filter(({ at }) => at >= time)
  }
}
