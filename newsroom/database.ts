import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { Payload, PayloadRequest } from 'payload'

/** A connection, or the transaction of a request. */
export type Database = Pick<PostgresAdapter['drizzle'], 'execute'>

/** Payload's own connection pool, for the few statements that its API cannot say. */
export function adapterOf(payload: Payload): PostgresAdapter {
  const adapter: unknown = payload.db
  return adapter as PostgresAdapter
}

/** The connection that a request's transaction runs on; the pool when it has none. */
export async function databaseOf(
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
): Promise<Database> {
  const adapter = adapterOf(req.payload)
  const transaction = await req.transactionID
  const session = transaction === undefined ? undefined : adapter.sessions[String(transaction)]
  const database: unknown = session?.db ?? adapter.drizzle
  return database as Database
}
