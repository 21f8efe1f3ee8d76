import pg from 'pg'
import type { Logger } from 'pino'
import { DatabaseClock } from './outbox/database-clock.ts'
import { DueChanges, type OnDue } from './outbox/due-changes.ts'
import { isAnotherDay, Midnights, midnight } from './outbox/midnight.ts'
import { backoff, planCatchUp } from './outbox/plan.ts'
import { boundsOf, clockOf, mostRows, rowsAfter, rowsDueSince, stampOf } from './outbox/queries.ts'
import { changeOf, type Row } from './outbox/rows.ts'

export type FollowOptions = {
  databaseUrl: string
  log: Logger
  onChange: OnDue
  /** What changed is not known. */
  onUnknown: (reason: string) => void
  resume?: Resume | undefined
}

/**
 * Where an earlier follower ended: what changed since is handed on. `onResume` is called right before,
 * in the same turn of the event loop, unless what changed cannot be known.
 */
export type Resume = { from: Position; onResume: () => void }

/** How far an outbox was read. */
export type Position = {
  /** Last number that was handed on. */
  seq: number
  /** When that change was written, by the database: tells one newsroom's outbox from another's. */
  stamp: string | null
  /** When it was asked, ms since the epoch by the database's clock: what was due before has been handed on. */
  at: number
}

export type Follower = {
  /** Resolves when the outbox was read for the first time; never rejects. */
  ready: Promise<void>
  close(): Promise<void>
  /** Null until the outbox was read. */
  position(): Position | null
  /** Whether it has a connection on which it hears of changes. */
  isFollowing(): boolean
  /** Changes that it has read and whose time is still to come. */
  waiting(): number
}

/** ms between looks when no notification comes: one may be lost, and a dead connection is found. */
const pollInterval = 2000

/**
 * Follows the newsroom's outbox (LISTEN/NOTIFY of PostgreSQL, and a look every 2 s) and hands on each
 * change once, in the order of commits; scheduled ones when their time has come by the database's
 * clock, and that a day has begun in Chongqing. A lost connection is made again, and what was missed is
 * caught up.
 */
export function followOutbox(options: FollowOptions): Follower {
  const follower = new OutboxFollower(options)
  return {
    ready: follower.ready,
    close: () => follower.close(),
    position: () => follower.position(),
    isFollowing: () => follower.isFollowing,
    waiting: () => follower.waiting,
  }
}

class OutboxFollower {
  readonly ready: Promise<void>
  private readonly options: FollowOptions
  private readonly due: DueChanges
  private readonly clock = new DatabaseClock()
  private readonly midnights: Midnights
  private last: number | null = null
  private stamp: string | null = null
  private resume: Resume | undefined
  private hasRead = false
  isFollowing = false
  private client: pg.Client | undefined
  private closing = false
  private wake: () => void = () => {}
  private isReady: () => void = () => {}
  private readonly life: Promise<void>

  constructor(options: FollowOptions) {
    this.options = options
    this.due = new DueChanges(options.onChange)
    this.midnights = new Midnights(options.onChange)
    this.resume = options.resume
    this.last = options.resume?.from.seq ?? null
    this.ready = new Promise((resolve) => {
      this.isReady = resolve
    })
    this.life = this.live()
  }

  async close(): Promise<void> {
    this.closing = true
    this.wake()
    this.due.close()
    this.midnights.close()
    await this.life
  }

  position(): Position | null {
    const at = this.clock.now
    return this.hasRead && this.last !== null && at !== null
      ? { seq: this.last, stamp: this.stamp, at }
      : null
  }

  get waiting(): number {
    return this.due.size
  }

  private async live(): Promise<void> {
    let failures = 0
    while (!this.closing) {
      try {
        await this.connect()
        if (failures > 0) this.options.log.info('the outbox is followed again')
        failures = 0
        await this.follow()
      } catch (error) {
        failures++
        if (failures === 1 && !this.closing)
          this.options.log.error(
            { err: error },
            'the outbox cannot be read; pages go on being served',
          )
      }
      this.isFollowing = false
      await this.disconnect()
      if (!this.closing) await this.sleep(backoff(Math.max(1, failures)))
    }
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.options.databaseUrl,
      application_name: 'portal-edge',
      connectionTimeoutMillis: 5000,
      query_timeout: 5000,
      keepAlive: true,
    })
    this.client = client
    client.on('error', () => this.wake())
    client.on('end', () => this.wake())
    client.on('notification', () => this.wake())
    await client.connect()
    // First listen, then look: what is committed in between is seen by both, and read once by `seq`.
    await client.query('listen outbox')
    const plan = planCatchUp({ last: this.last, ...(await boundsOf(client)) })
    this.last = plan.after
    if (plan.kind === 'unknown') {
      this.stamp = await stampOf(client, plan.after)
      this.resume = undefined
      this.options.onUnknown(plan.reason)
      this.handOn(await rowsDueSince(client, this.last, null), true)
    }
  }

  /** Reads on from an earlier follower's place: all that came meanwhile is handed on in one turn. */
  private async takeUp(client: pg.Client, { from, onResume }: Resume): Promise<void> {
    const stamp = await stampOf(client, from.seq)
    const missed = await rowsDueSince(client, from.seq, from.at)
    const rows = await rowsAfter(client, from.seq)
    if (stamp === from.stamp && rows.length < mostRows) onResume()
    else this.options.onUnknown('what changed since the last edge ended is too much, or not known')
    if (isAnotherDay(from.at, Date.now())) this.options.onChange(midnight, null)
    this.stamp = stamp
    this.handOn(missed, true)
    this.handOn(rows)
  }

  private handOn(rows: readonly Row[], areRepeated = false): void {
    for (const row of rows) {
      if (Number(row.seq) > (this.last ?? 0)) {
        this.last = Number(row.seq)
        this.stamp = row.stamp
      }
      this.due.add(changeOf(row), Number(row.wait_ms), areRepeated)
    }
  }

  private async follow(): Promise<void> {
    const client = this.client
    // It may have been put right while there was no connection to hear of it.
    const jumpedFrom = client ? this.clock.look(await clockOf(client)) : null
    if (client && this.resume) await this.takeUp(client, this.resume)
    else if (client && jumpedFrom !== null) await this.readAnew(client, jumpedFrom)
    this.resume = undefined
    this.hasRead = true
    this.isFollowing = true
    this.isReady()
    while (client && !this.closing) {
      const pause = this.nextWake()
      const rows = await rowsAfter(client, this.last)
      this.handOn(rows)
      const jumpedFrom = this.clock.look(await clockOf(client))
      if (jumpedFrom !== null) await this.readAnew(client, jumpedFrom)
      if (rows.length < mostRows) await pause
    }
  }

  /** What waits was told how long by a clock that was wrong, then or now. */
  private async readAnew(client: pg.Client, since: number): Promise<void> {
    this.options.log.warn('the clock of the database was put right; what is scheduled is read anew')
    this.handOn(await rowsDueSince(client, this.last, since), true)
  }

  /** Armed before the query: a notification that comes during it is not slept through. */
  private nextWake(): Promise<void> {
    return this.sleep(pollInterval)
  }

  private sleep(ms: number): Promise<void> {
    // One that a lost connection broke off has nobody who waits for it.
    this.wake()
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.wake(), ms)
      this.wake = () => {
        clearTimeout(timer)
        resolve()
      }
      if (this.closing) this.wake()
    })
  }

  private async disconnect(): Promise<void> {
    const client = this.client
    this.client = undefined
    // A connection that is lost already, or hangs, must not hold up the end.
    const end = client?.end().catch(() => {})
    await Promise.race([end, new Promise((resolve) => setTimeout(resolve, 1000).unref())])
  }
}
