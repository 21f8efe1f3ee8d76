import type pg from 'pg'
import { type Counted, consentEvents } from './counts.ts'

/**
 * Adds what was counted to the newsroom's tables, in one transaction: all of it or nothing. Rows come in
 * the order of their keys, so that several edges that write at once do not wait for each other in a ring.
 * @throws {Error} of the database.
 */
export async function writeCounts(client: pg.ClientBase, counted: Counted): Promise<void> {
  await client.query('begin')
  try {
    await writeConsent(client, counted.consent)
    await writeReads(client, counted.reads)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {
      // The connection is lost, and the transaction with it.
    })
    throw error
  }
}

async function writeConsent(client: pg.ClientBase, rows: Counted['consent']): Promise<void> {
  for (const day of new Set(rows.map((row) => row.day))) {
    const sums = consentEvents.map(
      (event) => rows.find((row) => row.day === day && row.event === event)?.count ?? 0,
    )
    await client.query(
      `insert into consent_counts as kept (day, shown, accepted, refused, chosen)
       values ($1, $2, $3, $4, $5)
       on conflict (day) do update set
         shown = kept.shown + excluded.shown, accepted = kept.accepted + excluded.accepted,
         refused = kept.refused + excluded.refused, chosen = kept.chosen + excluded.chosen`,
      [day, ...sums],
    )
  }
}

async function writeReads(client: pg.ClientBase, rows: Counted['reads']): Promise<void> {
  if (rows.length === 0) return
  await client.query(
    `insert into reading_counts as kept (day, path, reads)
     select * from unnest($1::text[], $2::text[], $3::numeric[])
     on conflict (day, path) do update set reads = kept.reads + excluded.reads`,
    [rows.map(({ day }) => day), rows.map(({ path }) => path), rows.map(({ count }) => count)],
  )
}
