import { steadyNow } from '../clock.ts'
import { Unavailable } from '../render/gate.ts'
import { Flight, type Purge } from './flight.ts'
import { dateContent, type Page } from './page.ts'
import { isFresh, type Kept, keep, type PageStore } from './page-store.ts'

/**
 * How a page came to a reader:
 * `hit` fresh from the store · `stale` from the store, a new one is on its way ·
 * `stale-if-error` from the store, no new one could be had · `miss` rendered for this request ·
 * `refresh` rendered because the kept one was purged or too old · `collapsed` waited for another's render.
 */
export type How = 'hit' | 'stale' | 'stale-if-error' | 'miss' | 'refresh' | 'collapsed'
export type Served = { kept: Kept; how: How }

/** Renders a page; calls `begin` when the work starts, which may be after a time in a queue. */
export type Render = (begin: () => void) => Promise<Page>

/** How long a page is served stale without another try after a render failed, ms. */
const pauseAfterFailure = 3000
/** Renders that one request waits for when purges keep overtaking them. */
const mostTries = 3

/** The cache of RFC 9111 with purges: one render for all who wait, stale rather than nothing. */
export class PageCache {
  private readonly flights = new Map<string, Flight>()
  private purges = 0
  private readonly store: PageStore
  private readonly now: () => number
  private readonly wallClock: () => number
  private readonly onFailure: (key: string, error: unknown) => void

  private readonly patience: number

  /**
   * @param onFailure told of each render that failed or came too late
   * @param options.now tells ages, ms since the epoch: a clock that never goes back
   * @param options.wallClock tells dates that readers see, ms since the epoch
   * @param options.patience ms that a reader waits for a new page while an old one could be served
   */
  constructor(
    store: PageStore,
    onFailure: (key: string, error: unknown) => void,
    {
      now = steadyNow,
      wallClock = Date.now,
      patience = 3000,
    }: { now?: () => number; wallClock?: () => number; patience?: number } = {},
  ) {
    this.store = store
    this.onFailure = onFailure
    this.now = now
    this.wallClock = wallClock
    this.patience = patience
  }

  /** The page when it is in the store and fresh; nothing else is done. The path of nearly every request. */
  fresh(key: string): Kept | undefined {
    const kept = this.store.get(key)
    return kept !== undefined && isFresh(kept, this.now()) ? kept : undefined
  }

  /** Whether anything is kept, fresh or not: then no request has to wait for a first render. */
  holds(key: string): boolean {
    return this.store.get(key) !== undefined
  }

  /**
   * The page from the store, or rendered.
   * @throws what `render` throws, when the store holds nothing that may be served instead.
   * @throws {Unavailable} when what it shows is withdrawn again and again meanwhile.
   */
  async get(key: string, render: Render): Promise<Served> {
    const kept = this.store.get(key)
    const now = this.now()
    if (kept && isFresh(kept, now)) return { kept, how: 'hit' }
    if (kept && !kept.purged && now < kept.revalidateUntil) {
      if (now >= kept.retryAt) this.refreshBehind(kept, render)
      return { kept, how: 'stale' }
    }
    if (kept && now < kept.retryAt && now < kept.errorUntil) return { kept, how: 'stale-if-error' }
    try {
      const served = this.rendered(key, render, kept ? 'refresh' : 'miss')
      // The render goes on behind, and is kept when it lands.
      return await (kept && now < kept.errorUntil ? inTime(served, this.patience) : served)
    } catch (error) {
      const old = this.afterFailure(key, error)
      if (!old) throw error
      return { kept: old, how: 'stale-if-error' }
    }
  }

  /** Changes: the next request for a page that shows one of the keys waits for a new one. */
  purge(keys: readonly string[], urgent: boolean): number {
    this.note({ number: ++this.purges, keys: new Set(keys), urgent })
    return this.store.purge(keys, urgent)
  }

  /** What changed is not known: everything is asked for again. */
  purgeAll(): number {
    this.note({ number: ++this.purges, keys: null, urgent: false })
    return this.store.purgeAll()
  }

  private note(purge: Purge): void {
    for (const flight of this.flights.values()) flight.note(purge)
  }

  private async rendered(key: string, render: Render, how: How): Promise<Served> {
    const purgesSeen = this.purges
    for (let tries = 1; ; tries++) {
      const running = this.flights.get(key)
      const flight = running ?? this.start(key, render)
      const kept = await flight.landing
      const enough = tries >= mostTries && !flight.isWithdrawn
      if (enough || flight.serves(purgesSeen)) return { kept, how: running ? 'collapsed' : how }
      if (tries >= mostTries)
        throw new Unavailable(`Withdrawn again and again while rendered: ${key}`)
    }
  }

  private start(key: string, render: Render): Flight {
    const flight = new Flight(async (self) => {
      // Renders begin in a later turn, when the flight is in the list and purges reach it.
      await null
      try {
        const page = await render(() => self.begin())
        dateContent(page, this.store.get(key)?.page, this.wallClock())
        self.land(page.keys)
        return this.settle(self, keep(key, page, this.now()))
      } finally {
        this.flights.delete(key)
      }
    })
    this.flights.set(key, flight)
    return flight
  }

  private settle(flight: Flight, kept: Kept): Kept {
    if (kept.page.lifetime.freshMs <= 0) this.store.delete(kept.key)
    else if (!flight.isWithdrawn) {
      kept.purged = !flight.isCurrent
      this.store.put(kept)
    }
    return kept
  }

  private refreshBehind(kept: Kept, render: Render): void {
    if (this.flights.has(kept.key)) return
    this.start(kept.key, render).landing.catch((error) => this.afterFailure(kept.key, error))
  }

  /** The old page, if it may be served; read again, since a withdrawal may have taken it out. */
  private afterFailure(key: string, error: unknown): Kept | undefined {
    this.onFailure(key, error)
    const old = this.store.get(key)
    if (!old || this.now() >= old.errorUntil) return undefined
    old.retryAt = this.now() + pauseAfterFailure
    return old
  }
}

/** What is promised, or an error after so many ms. What comes later, or fails later, is let go. */
async function inTime<T>(promise: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No new page within ${ms} ms`)), ms)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}
