import pg from 'pg'
import type { Logger } from 'pino'
import { Agent } from 'undici'
import { type Due, type DuePing, postpone, settle, takeDue } from './pings.ts'
import { isHub, type Told, tellHub } from './publish.ts'
import { retryAfter } from './retries.ts'

export type PingerOptions = {
  databaseUrl: string
  log: Logger
  /** Which hubs are spoken to; those over https unless told. */
  allows?: (hub: URL) => boolean
}

export type Pinger = {
  /** Something has changed: looks soon, when every edge has dropped what it kept. */
  nudge(): void
  close(): Promise<void>
}

/** ms between looks without a nudge: what another edge left, and what is to be tried again. */
const lookInterval = 15_000
/** ms after a nudge; the newsroom makes pings due two seconds after the change. */
const settling = 2100

/** Tells the WebSub hub which feeds have changed, as the newsroom has written down (`websub_pings`). */
export function startPinger({ databaseUrl, log, allows = isHub }: PingerOptions): Pinger {
  const database = new pg.Pool({
    connectionString: databaseUrl,
    application_name: 'portal-websub',
    max: 1,
    connectionTimeoutMillis: 5000,
    query_timeout: 5000,
    idleTimeoutMillis: 30_000,
  })
  // A connection that is lost while nobody uses it is made again by the next look.
  database.on('error', () => {})
  const connections = new Agent()
  const closing = new AbortController()
  const { signal } = closing
  let timer: NodeJS.Timeout | undefined
  let plannedAt = Number.POSITIVE_INFINITY
  let nudgedFor = 0
  let running: Promise<void> = Promise.resolve()
  let fails = false

  const look = async (): Promise<void> => {
    try {
      const due = await takeDue(database)
      await tellAll(due)
      fails = false
    } catch (error) {
      if (!fails && !signal.aborted)
        log.error({ err: error }, 'pings for the WebSub hub cannot be read; they stay written down')
      fails = true
    }
  }

  const tellAll = async ({ hub, pings }: Due): Promise<void> => {
    const url = hub !== null && URL.canParse(hub) ? new URL(hub) : null
    let silent: Told | null = null
    for (const ping of pings) {
      if (!url || !allows(url)) await settle(database, ping)
      else if (signal.aborted) return
      else {
        // A hub that gives no answer is not waited for once more for each feed.
        const told: Told = silent ?? (await tellHub(url, ping.topic, { connections, signal }))
        if (signal.aborted) return
        if (!told.ok && !told.reached) silent = told
        await note(ping, told, url.origin)
      }
    }
  }

  const note = async (ping: DuePing, told: Told, hub: string): Promise<void> => {
    if (told.ok) return settle(database, ping)
    const pause = retryAfter(ping.attempts + 1)
    if (pause !== null) return postpone(database, ping, pause, told.reason)
    log.warn({ topic: ping.topic, hub, reason: told.reason }, 'a WebSub hub is given up for a feed')
    await settle(database, ping)
  }

  const arm = (at: number): void => {
    if (signal.aborted || at >= plannedAt) return
    clearTimeout(timer)
    plannedAt = at
    timer = setTimeout(() => {
      plannedAt = Number.POSITIVE_INFINITY
      running = running.then(look).finally(armNext)
    }, at - performance.now())
    timer.unref()
  }
  const armNext = (): void => {
    const now = performance.now()
    arm(nudgedFor > now ? nudgedFor : now + lookInterval)
  }
  /** An earlier look stays: a steady stream of changes must not put it off. It is followed by this one. */
  const nudge = (): void => {
    nudgedFor = performance.now() + settling
    arm(nudgedFor)
  }
  nudge()

  let closed: Promise<void> | undefined
  const end = async (): Promise<void> => {
    closing.abort()
    clearTimeout(timer)
    await running
    await Promise.all([database.end(), connections.destroy()])
  }
  return {
    nudge,
    close: () => {
      closed ??= end()
      return closed
    },
  }
}
