import pg from 'pg'
import { codeOf, PlainError } from '../../lib/plain-error.ts'

const oldest = 150_000

const reasons: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no host of that name',
  EAI_AGAIN: 'the name of the host cannot be looked up',
  EHOSTUNREACH: 'there is no way to that host',
  ENETUNREACH: 'there is no network to that host',
  ETIMEDOUT: 'it does not answer',
  ECONNRESET: 'it closed the connection',
}

/**
 * Connects to a database once, to see that it can be used; gives the client back, connected.
 * @throws {PlainError} that names host and reason, never the password.
 */
export async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 8_000 })
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    throw new PlainError(`The database at ${placeOf(url)} cannot be reached: ${reasonOf(error)}.`)
  }
  const { rows } = await client.query<{ number: string }>(
    `select current_setting('server_version_num') as number`,
  )
  const version = Number(rows[0]?.number)
  if (version >= oldest) return client
  await client.end()
  throw new PlainError(
    `The database at ${placeOf(url)} is PostgreSQL ${Math.floor(version / 10_000)}; 15 is the oldest that works.`,
  )
}

/** Host, port and database: what of an address may be shown. */
export function placeOf(url: string): string {
  const { host, pathname } = new URL(url)
  return `${host || 'the local socket'}${pathname}`
}

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return reasonOf(error.errors[0])
  const known = reasons[codeOf(error) ?? '']
  if (known !== undefined) return known
  const message = error instanceof Error ? error.message : String(error)
  return /timeout/i.test(message) ? 'it does not answer' : message
}
