import type pg from 'pg'
import { type Counted, consentEvents } from './counts.ts'
import { inTransaction } from './in-transaction.ts'

/**
 * Adds what was counted to the newsroom's tables, in one transaction: all of it or nothing, and a batch
 * that was written before not again. Rows come in the order of their keys, so that several edges that
 * write at once do not wait for each other in a ring.
 * @throws {Error} of the database.
 */
export async function writeCounts(client: pg.ClientBase, counted: Counted): Promise<void> {
  await inTransaction(client, async () => {
    const { rowCount } = await client.query(
      'insert into count_batches (id) values ($1) on conflict do nothing',
      [counted.id],
    )
    if (rowCount !== 1) return
    await writeConsent(client, counted.consent)
    await writeDays(client, counted.reads)
    await writeHours(client, counted.reads)
  })
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

/** For the newsroom: by day and address, for as long as it likes. */
async function writeDays(client: pg.ClientBase, rows: Counted['reads']): Promise<void> {
  if (rows.length === 0) return
  await client.query(
    `insert into reading_counts as kept (day, path, reads)
     select left(hour, 10), path, sum(reads)
     from unnest($1::text[], $2::text[], $3::numeric[]) as counted (hour, path, reads)
     group by 1, 2 order by 1, 2
     on conflict (day, path) do update set reads = kept.reads + excluded.reads`,
    columnsOf(rows),
  )
}

/** For what is read most now: by hour and story. Reads at an address that has changed meanwhile are left out. */
async function writeHours(client: pg.ClientBase, rows: Counted['reads']): Promise<void> {
  if (rows.length === 0) return
  await client.query(
    `insert into reading_hours as kept (hour, article_id, reads)
     select (hour || ':00+08')::timestamptz, a.id, sum(counted.reads)
     from unnest($1::text[], $2::text[], $3::numeric[]) as counted (hour, path, reads)
     join articles a on a.path = counted.path and a._status = 'published'
     group by 1, 2 order by 1, 2
     on conflict (hour, article_id) do update set reads = kept.reads + excluded.reads`,
    columnsOf(rows),
  )
}

const columnsOf = (rows: Counted['reads']) => [
  rows.map(({ hour }) => hour),
  rows.map(({ path }) => path),
  rows.map(({ count }) => count),
]
