import type pg from 'pg'
import { numberOf, type Row } from './rows.ts'

/** Rows that are read at once. */
export const mostRows = 1000
/** What was due so shortly before a moment is read again: between two clocks, or two looks at one. Seconds. */
const margin = 10

const columns =
  'select id, seq, keys, urgent, created_at::text as stamp, (extract(epoch from due_at - now()) * 1000)::float8 as wait_ms from outbox'

/** The smallest and the greatest number; null when there is none. */
export async function boundsOf(client: pg.Client) {
  const { rows } = await client.query<{ min: string | null; max: string | null }>(
    'select min(seq) as min, max(seq) as max from outbox',
  )
  const { min = null, max = null } = rows[0] ?? {}
  return { min: numberOf(min), max: numberOf(max) }
}

/** When a row was written, by the database; null when it is not there. */
export async function stampOf(client: pg.Client, seq: number): Promise<string | null> {
  const { rows } = await client.query<{ stamp: string }>(
    'select created_at::text as stamp from outbox where seq = $1',
    [seq],
  )
  return rows[0]?.stamp ?? null
}

export async function rowsAfter(client: pg.Client, seq: number | null): Promise<Row[]> {
  const { rows } = await client.query<Row>(
    `${columns} where seq > $1 order by seq limit ${mostRows}`,
    [seq],
  )
  return rows
}

/**
 * Rows up to `seq` whose time has come since a moment, or is still to come.
 * @param since ms since the epoch by the database's clock; null: now
 */
export async function rowsDueSince(
  client: pg.Client,
  seq: number | null,
  since: number | null,
): Promise<Row[]> {
  const { rows } = await client.query<Row>(
    `${columns} where seq <= $1
      and due_at > coalesce(to_timestamp($2::float8 / 1000), now()) - interval '${margin} seconds'`,
    [seq, since],
  )
  return rows
}

/** What the database's clock says, ms since the epoch. */
export async function clockOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ now: number }>(
    'select (extract(epoch from clock_timestamp()) * 1000)::float8 as now',
  )
  return rows[0]?.now ?? Number.NaN
}
