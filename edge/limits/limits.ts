import { LRUCache } from 'lru-cache'

/** So many points for each network in so many seconds. */
export type Allowance = { points: number; seconds: number }

const minute = 60
const hour = 60 * minute

/**
 * What is limited, and how far. Networks of mobile operators and offices are many readers behind one
 * address: people must not meet these, programs that run through them soon do. What comes from memory is
 * never limited.
 */
export const allowances = {
  /** Accounts have a lock of their own; this stops the search for a weak one among many. */
  login: { points: 60, seconds: 15 * minute },
  /** Each sends mail, or tries a token. */
  reset: { points: 10, seconds: hour },
  /** Messages that were taken. */
  message: { points: 5, seconds: hour },
  /** Forms of messages, also those that come back to be corrected. */
  form: { points: 60, seconds: 10 * minute },
  consent: { points: 240, seconds: minute },
  count: { points: 240, seconds: minute },
  /** Stories that count as read: a large office, or many behind one address of an operator. */
  read: { points: 60, seconds: minute },
  /** The same of one story. */
  reread: { points: 6, seconds: 10 * minute },
  /** Reports of policies: a page has a handful when something is wrong, an extension some more. */
  report: { points: 30, seconds: minute },
  /** Drawings that nobody had asked for. */
  drawing: { points: 120, seconds: minute },
  /** Searches of which no answer is kept: people think between two of them. */
  search: { points: 60, seconds: minute },
  /** The same while a word is typed, letter by letter. */
  suggest: { points: 240, seconds: minute },
  /** Pages rendered only to say that there is nothing, or for a query. */
  unknown: { points: 120, seconds: minute },
} as const satisfies Record<string, Allowance>
export type LimitName = keyof typeof allowances

/** `retryAfter`: whole seconds until there are points again; 0 when it is ok. */
export type Taken = { ok: boolean; retryAfter: number }

/** Asynchronous, so that several edges can ask one place. */
export type Limits = {
  /**
   * Takes points of a network's allowance. 0 asks whether any are left, −1 gives one back.
   * @param network of an address: lib/network.ts
   */
  take(name: LimitName, network: string, points?: number): Promise<Taken>
}

type Spent = { points: number; until: number }

/** 100,000 counters are about 20 MB. */
const mostCounters = 100_000
/** ms between looks for counters whose time is over. */
const sweepInterval = 60_000

export type MemoryLimits = Limits & {
  /** Counters that are in memory. */
  readonly held: number
}

/**
 * Counts in fixed windows, in memory; a counter is let go of within a minute after its window. Where more
 * networks ask than `most`, those that asked longest ago begin anew: a flood from everywhere is not told
 * apart by address, and the renderer's queue is what holds it.
 * @param now the clock, ms
 */
export function memoryLimits(
  now: () => number = () => performance.now(),
  most = mostCounters,
  table: Readonly<Record<LimitName, Allowance>> = allowances,
): MemoryLimits {
  const counters = new LRUCache<string, Spent>({ max: most })
  let willSweep = false
  // What is counted of a network must not outlast its purpose, also where nobody asks any more.
  const sweep = () => {
    const at = now()
    const over = [...counters].filter(([, { until }]) => until <= at)
    for (const [key] of over) counters.delete(key)
    willSweep = false
    if (counters.size > 0) sweepLater()
  }
  const sweepLater = () => {
    if (!willSweep) setTimeout(sweep, sweepInterval).unref()
    willSweep = true
  }
  return {
    get held() {
      return counters.size
    },
    async take(name, network, points = 1) {
      const allowance = table[name]
      const key = `${name} ${network}`
      const at = now()
      const known = counters.get(key)
      const isOver = !known || known.until <= at
      const spent = isOver ? { points: 0, until: at + allowance.seconds * 1000 } : known
      const ok = points < 0 || spent.points + Math.max(points, 1) <= allowance.points
      if (ok && points !== 0) {
        spent.points = Math.max(0, spent.points + points)
        counters.set(key, spent)
        sweepLater()
      }
      return { ok, retryAfter: ok ? 0 : Math.max(1, Math.ceil((spent.until - at) / 1000)) }
    },
  }
}
