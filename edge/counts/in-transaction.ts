import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

export type BriefConnection = {
  databaseUrl: string
  /** What the database calls it. */
  name: string
  /** ms for one query. */
  timeout: number
}

/**
 * A connection for one piece of work, and no longer: between two of them the database may end.
 * @throws {Error} of the database, or of the work.
 */
export async function withDatabase<T>(
  { databaseUrl, name, timeout }: BriefConnection,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: name,
    connectionTimeoutMillis: 3000,
    query_timeout: timeout,
  })
  // Said by the query that fails, too.
  client.on('error', () => {})
  try {
    await client.connect()
    return await work(client)
  } finally {
    // One that hangs must not hold up what comes next.
    await Promise.race([client.end().catch(() => {}), sleep(1000, undefined, { ref: false })])
  }
}

/** All of the work, or nothing. @throws {Error} of the database, or of the work. */
export async function inTransaction<T>(client: pg.ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('begin')
  try {
    const done = await work()
    await client.query('commit')
    return done
  } catch (error) {
    await client.query('rollback').catch(() => {
      // The connection is lost, and the transaction with it.
    })
    throw error
  }
}
