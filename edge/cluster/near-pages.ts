import type { Served } from '../cache/page-cache.ts'
import { isFresh, type Kept, type PageStore, revived } from '../cache/page-store.ts'
import { steadyNow } from '../clock.ts'
import { OverLimit } from '../limits/spend.ts'
import {
  type AskedDrawing,
  type AskedPage,
  type AskedUnknown,
  type Pages,
  unknownKey,
} from '../pages/pages.ts'
import type { Ask } from './asker.ts'
import type { Found } from './messages.ts'

/**
 * The pages of a worker: those that are fresh stand in its own memory, everything else is the primary's to
 * say. What it is told is kept only when it was current when it was sent, and in the turn in which it comes:
 * so each purge that was sent later finds it.
 */
export class NearPages implements Pages {
  private readonly asking = new Map<string, Promise<Found>>()
  private readonly store: PageStore
  private readonly ask: Ask
  private readonly onServed: (how: Served['how']) => void
  private readonly ahead: number
  private readonly now: () => number

  /**
   * @param onServed told of what the primary does not know of: what came from here, or with another's answer
   * @param clock.ahead ms by which this process's clock is ahead of the primary's: each goes forward evenly from
   * the machine's own as it was when the process began, and that may have been put right in between
   * @param clock.now of this process
   */
  constructor(
    store: PageStore,
    ask: Ask,
    onServed: (how: Served['how']) => void,
    { ahead = 0, now = steadyNow }: { ahead?: number; now?: () => number } = {},
  ) {
    this.store = store
    this.ask = ask
    this.onServed = onServed
    this.ahead = ahead
    this.now = now
  }

  fresh(key: string): Kept | undefined {
    const kept = this.store.get(key)
    return kept !== undefined && isFresh(kept, this.now()) ? kept : undefined
  }

  page(asked: AskedPage): Promise<Served> {
    return this.get(asked.path, (receive) => this.ask('page', asked, receive))
  }

  unknown(asked: AskedUnknown): Promise<Served> {
    return this.get(unknownKey(asked.language), (receive) => this.ask('unknown', asked, receive))
  }

  /** Not kept here: they are large, and those who ask for them seldom come twice. */
  drawing(asked: AskedDrawing): Promise<Served> {
    return this.ask('drawing', asked, ({ kept, how }) => ({ kept: this.taken(kept), how }))
  }

  /** @param keys null: what changed is not known */
  purge(keys: readonly string[] | null, urgent: boolean): void {
    if (keys === null) this.store.purgeAll()
    else this.store.purge(keys, urgent)
  }

  private async get(key: string, ask: Asking): Promise<Served> {
    const kept = this.fresh(key)
    if (kept) return this.own({ kept, how: 'hit' })
    const running = this.asking.get(key)
    if (running) {
      const found = await running.catch(unlessForOthers)
      // It was asked for before this request came, which may have come after a purge that it misses.
      if (found && this.fresh(key) === found.kept) return this.collapsed(found)
      // What was asked for since then serves it, whatever it is.
      const next = this.asking.get(key)
      const later = next && (await next.catch(unlessForOthers))
      if (later) return this.collapsed(later)
    }
    const { kept: told, how } = await this.start(key, ask)
    return { kept: told, how }
  }

  private start(key: string, ask: Asking): Promise<Found> {
    const over = () => {
      if (this.asking.get(key) === running) this.asking.delete(key)
    }
    const running = ask((told) => {
      over()
      const found = { ...told, kept: this.taken(told.kept) }
      if (found.isCurrent && this.now() < found.kept.freshUntil) this.store.put(found.kept)
      return found
    })
    this.asking.set(key, running)
    running.catch(over)
    return running
  }

  /** As it is kept here: in memory of its own, with times by this process's clock. */
  private taken(told: Kept): Kept {
    const kept = revived(told)
    for (const time of ['renderedAt', 'freshUntil', 'revalidateUntil', 'errorUntil'] as const)
      kept[time] += this.ahead
    return kept
  }

  private collapsed({ kept }: Found): Served {
    return this.own({ kept, how: 'collapsed' })
  }

  private own(served: Served): Served {
    this.onServed(served.how)
    return served
  }
}

type Asking = (receive: (told: Found) => Found) => Promise<Found>

/** The limit of one network is nothing to another. @throws what everybody would meet */
function unlessForOthers(error: unknown): null {
  if (error instanceof OverLimit) return null
  throw error
}
