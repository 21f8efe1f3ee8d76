import type pg from 'pg'

/** Pings of one feed that are due, taken as one. */
export type DuePing = { topic: string; ids: string[]; attempts: number }
export type Due = { hub: string | null; pings: DuePing[] }

/** Seconds in which who took a ping has to say what came of it; then another edge may take it. */
const lease = 180
const mostRows = 500

/**
 * Takes the pings that are due: no other edge gets them for a while, and no row stays locked while a hub
 * is spoken to, so that it cannot hold up a save.
 */
export async function takeDue(database: pg.Pool): Promise<Due> {
  const { rows } = await database.query<{
    hub: string | null
    topic: string
    ids: string[]
    attempts: number
  }>(
    `with due as (
       select id from websub_pings where due_at <= now()
       order by due_at limit ${mostRows} for update skip locked
     ), taken as (
       update websub_pings p set due_at = now() + make_interval(secs => ${lease})
       from due where p.id = due.id returning p.id, p.topic, p.attempts
     )
     select (select websub_hub from site_settings limit 1) as hub,
       topic, array_agg(id::text order by id) as ids, max(attempts) as attempts
     from taken group by topic order by min(id)`,
  )
  const [first] = rows
  return {
    hub: first?.hub || null,
    pings: rows.map(({ topic, ids, attempts }) => ({ topic, ids, attempts })),
  }
}

/** Those that were taken, and earlier ones that wait for another try: the feed is one and the same. */
const ofPing = 'topic = $1 and (id = any($2::bigint[]) or attempts > 0)'

/** The hub knows, or is not to be told any more. */
export async function settle(database: pg.Pool, { topic, ids }: DuePing): Promise<void> {
  await database.query(`delete from websub_pings where ${ofPing}`, [topic, ids])
}

/** Leaves one row for the feed, to be tried again. @param pause seconds */
export async function postpone(
  database: pg.Pool,
  { topic, ids, attempts }: DuePing,
  pause: number,
  reason: string,
): Promise<void> {
  await database.query(
    `with others as (delete from websub_pings where ${ofPing} and id <> $3)
     update websub_pings
     set attempts = $4, last_error = $5, due_at = now() + make_interval(secs => $6) where id = $3`,
    [topic, ids, ids[0], attempts + 1, reason.slice(0, 500), pause],
  )
}
