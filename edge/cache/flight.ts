import type { Kept } from './page-store.ts'

/** A purge: its place in the order of purges, and what it names (`null`: everything). */
export type Purge = { number: number; keys: ReadonlySet<string> | null; urgent: boolean }

/**
 * One render on its way. It may have read the newsroom before a purge that arrives while it runs,
 * and which pages a purge hits is known only when the render says its keys: so purges are noted
 * here and looked at when it lands.
 */
export class Flight {
  /** Resolves when it has landed; set once by who starts it. */
  landing: Promise<Kept>
  private purges: Purge[] = []
  private hits: readonly Purge[] = []

  constructor(fly: (flight: Flight) => Promise<Kept>) {
    this.landing = fly(this)
  }

  /** The render begins to read only now: purges that came while it was queued do not concern it. */
  begin(): void {
    this.purges = []
  }

  note(purge: Purge): void {
    this.purges.push(purge)
  }

  land(keys: readonly string[]): void {
    this.hits = this.purges.filter(
      (purge) => purge.keys === null || keys.some((key) => purge.keys?.has(key)),
    )
  }

  /** Whether what landed shows the newsroom as it is. */
  get isCurrent(): boolean {
    return this.hits.length === 0
  }

  /** Whether it shows what was withdrawn meanwhile: then it is for nobody. */
  get isWithdrawn(): boolean {
    return this.hits.some(({ urgent }) => urgent)
  }

  /** Whether it serves a request that came after so many purges: it must not miss one of them. */
  serves(purgesSeen: number): boolean {
    return !this.isWithdrawn && this.hits.every(({ number }) => number > purgesSeen)
  }
}
