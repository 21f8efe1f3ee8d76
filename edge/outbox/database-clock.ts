/** ms by which two looks at the clock may differ from what passed between them: a query takes its time. */
const tolerance = 2000

/**
 * The database's clock as an edge knows it. What is due is decided by that clock alone; the edge's own may
 * be wrong, and either may be put right while the edge runs.
 */
export class DatabaseClock {
  private offset: number | null = null
  private readonly steady: () => number

  /** @param steady a clock that only goes forward, ms */
  constructor(steady: () => number = () => performance.now()) {
    this.steady = steady
  }

  /**
   * @param now what the database's clock says, ms since the epoch
   * @returns null; where it was put forward or back since the last look, the earlier of what it says and
   * what it should have said: what is due since then may have been passed over, or handed on too early.
   */
  look(now: number): number | null {
    const expected = this.now ?? now
    this.offset = now - this.steady()
    return Math.abs(now - expected) > tolerance ? Math.min(now, expected) : null
  }

  /** What it should say now, ms since the epoch; null before the first look. */
  get now(): number | null {
    return this.offset === null ? null : this.offset + this.steady()
  }
}
