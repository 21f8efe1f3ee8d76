import pg from 'pg'
import type { Logger } from 'pino'
import type { Counts } from './counts.ts'
import { writeCounts } from './write-counts.ts'

export type CountKeeper = {
  /** Writes what is left, and lets go of the database. Never rejects. */
  close(): Promise<void>
}

export type KeepOptions = {
  counts: Counts
  databaseUrl: string
  log: Logger
  /** ms between writes. */
  interval?: number
}

/** Writes what the edge counts to the database every few seconds; what cannot be written stays in memory. */
export function keepCounts(options: KeepOptions): CountKeeper {
  const { counts, databaseUrl, log, interval = 5000 } = options
  let failures = 0
  let writing: Promise<void> = Promise.resolve()

  const write = async (): Promise<void> => {
    if (counts.isEmpty) return
    const client = new pg.Client({
      connectionString: databaseUrl,
      application_name: 'portal-counts',
      connectionTimeoutMillis: 3000,
      query_timeout: 5000,
    })
    // Said by the query that fails, too.
    client.on('error', () => {})
    let counted: ReturnType<Counts['take']> | undefined
    try {
      await client.connect()
      counted = counts.take()
      await writeCounts(client, counted)
      if (failures > 0) log.info({ failures }, 'counts are written again')
      failures = 0
    } catch (error) {
      // Lost between commit and its answer, a batch counts twice: rare, and better than not at all.
      if (counted) counts.giveBack(counted)
      if (++failures === 1) log.error({ err: error }, 'counts cannot be written; they are kept')
    } finally {
      void client.end().catch(() => {})
    }
  }
  const inTurn = (): Promise<void> => {
    writing = writing.then(write)
    return writing
  }
  const timer = setInterval(inTurn, interval)
  timer.unref()
  return {
    close: async () => {
      clearInterval(timer)
      await inTurn()
      if (!counts.isEmpty) log.error('counts of the last seconds are lost: the database is away')
    },
  }
}
