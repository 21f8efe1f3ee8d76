import type { ClientBase } from 'pg'
import type { Logger } from 'pino'
import type { Counted, Counts } from './counts.ts'
import { withDatabase } from './in-transaction.ts'
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

/**
 * Writes what the edge counts to the database every few seconds, each batch until it is written; what an
 * earlier process left comes first.
 */
export function keepCounts(options: KeepOptions): CountKeeper {
  const { counts, databaseUrl, log, interval = 5000 } = options
  let failures = 0
  let writing: Promise<void> = Promise.resolve()

  const waiting: Counted[] = counts.leftOver()

  const writeAll = async (client: ClientBase): Promise<void> => {
    if (waiting.length === 0) waiting.push(counts.take())
    for (let batch = waiting[0]; batch; batch = waiting[0]) {
      await writeCounts(client, batch)
      counts.written(batch)
      waiting.shift()
    }
  }
  const write = async (): Promise<void> => {
    if (counts.isEmpty && waiting.length === 0) return
    try {
      await withDatabase({ databaseUrl, name: 'portal-counts', timeout: 5000 }, writeAll)
      if (failures > 0) log.info({ failures }, 'counts are written again')
      failures = 0
    } catch (error) {
      if (++failures === 1) log.error({ err: error }, 'counts cannot be written; they are kept')
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
      // What waited went first.
      if (waiting.length === 0) await inTurn()
      if (waiting.length > 0 || !counts.isEmpty)
        log.warn('the last counts could not be written; the next start finds them on disk')
    },
  }
}
