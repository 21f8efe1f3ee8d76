import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { sql } from '@payloadcms/db-postgres'
import type { Database } from '../../../newsroom/database.ts'

/** A pool, whose work may have a transaction of its own, or the transaction of a change. */
export type Connection = Database & Partial<Pick<PostgresAdapter['drizzle'], 'transaction'>>

/** ms of one statement of what a reader asks. What it takes longer for is left out. */
const patience = 250

/**
 * Does what a reader asks in a transaction of its own, with which the limit of time ends.
 * @throws what `isTooLong` tells, when a statement took longer: the transaction is over with it
 */
export async function inTime<T>(
  database: Connection,
  work: (own: Database) => Promise<T>,
): Promise<T> {
  const limited = async (own: Database): Promise<T> => {
    await own.execute(sql.raw(`set local statement_timeout = ${patience}`))
    return await work(own)
  }
  return database.transaction ? await database.transaction(limited) : await limited(database)
}

/** `query_canceled`: the time was up. */
export const isTooLong = (error: unknown): boolean => {
  const { code, cause } = error as { code?: unknown; cause?: unknown }
  return code === '57014' || (cause instanceof Error && isTooLong(cause))
}
