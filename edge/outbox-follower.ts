import pg from 'pg'
import type { Logger } from 'pino'
import { type Change, DueChanges } from './outbox/due-changes.ts'
import { backoff, planCatchUp } from './outbox/plan.ts'

export type FollowOptions = {
  databaseUrl: string
  log: Logger
  onChange: (change: Change) => void
  /** What changed is not known. */
  onUnknown: (reason: string) => void
}

export type Follower = {
  /** Resolves when the outbox was read for the first time; never rejects. */
  ready: Promise<void>
  close(): Promise<void>
}

/** ms between looks when no notification comes: one may be lost, and a dead connection is found. */
const pollInterval = 2000
const mostRows = 1000

type Row = { id: string; seq: string; keys: string[]; urgent: boolean; wait_ms: number }

/**
 * Follows the newsroom's outbox (LISTEN/NOTIFY of PostgreSQL, and a look every 2 s) and hands on each
 * change once, in the order of commits; scheduled ones when their time has come by the database's
 * clock. A lost connection is made again, and what was missed is caught up.
 */
export function followOutbox(options: FollowOptions): Follower {
  const follower = new OutboxFollower(options)
  return { ready: follower.ready, close: () => follower.close() }
}

class OutboxFollower {
  readonly ready: Promise<void>
  private readonly options: FollowOptions
  private readonly due: DueChanges
  private last: number | null = null
  private client: pg.Client | undefined
  private closing = false
  private wake: () => void = () => {}
  private isReady: () => void = () => {}
  private readonly life: Promise<void>

  constructor(options: FollowOptions) {
    this.options = options
    this.due = new DueChanges(options.onChange)
    this.ready = new Promise((resolve) => {
      this.isReady = resolve
    })
    this.life = this.live()
  }

  async close(): Promise<void> {
    this.closing = true
    this.wake()
    this.due.close()
    await this.life
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
    const isFirst = this.last === null
    const bounds = await client.query<{ min: string | null; max: string | null }>(
      'select min(seq) as min, max(seq) as max from outbox',
    )
    const { min = null, max = null } = bounds.rows[0] ?? {}
    const plan = planCatchUp({ last: this.last, min: numberOf(min), max: numberOf(max) })
    this.last = plan.after
    if (plan.kind === 'unknown') {
      this.options.onUnknown(plan.reason)
      await this.readScheduled(client)
    }
    if (isFirst) this.isReady()
  }

  /** Rows that were read before, or skipped, and whose time is still to come. */
  private async readScheduled(client: pg.Client): Promise<void> {
    const { rows } = await client.query<Row>(`${columns} where due_at > now() and seq <= $1`, [
      this.last,
    ])
    for (const row of rows) this.due.add(changeOf(row), Number(row.wait_ms))
  }

  private async follow(): Promise<void> {
    const client = this.client
    while (client && !this.closing) {
      const pause = this.nextWake()
      const { rows } = await client.query<Row>(
        `${columns} where seq > $1 order by seq limit ${mostRows}`,
        [this.last],
      )
      for (const row of rows) {
        this.last = Number(row.seq)
        this.due.add(changeOf(row), Number(row.wait_ms))
      }
      if (rows.length < mostRows) await pause
    }
  }

  /** Armed before the query: a notification that comes during it is not slept through. */
  private nextWake(): Promise<void> {
    return this.sleep(pollInterval)
  }

  private sleep(ms: number): Promise<void> {
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

const columns =
  'select id, seq, keys, urgent, (extract(epoch from due_at - now()) * 1000)::float8 as wait_ms from outbox'

const numberOf = (value: string | null): number | null => (value === null ? null : Number(value))
const changeOf = ({ id, keys, urgent }: Row): Change => ({ id, keys, urgent })
