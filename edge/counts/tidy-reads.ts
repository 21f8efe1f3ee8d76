import type pg from 'pg'

/** Days that stay single days in the newsroom's table; older ones are summed up by month. */
const daysKept = 92

/**
 * Lets go of what is not needed any more: hours that no list looks at, since the days have them, batches
 * that no start will bring again, and single days of long ago, which become months (`2026-08`).
 * @throws {Error} of the database.
 */
export async function tidyReads(client: pg.ClientBase): Promise<void> {
  await client.query(`delete from reading_hours where hour < now() - interval '8 days'`)
  await client.query(`delete from count_batches where written_at < now() - interval '30 days'`)
  await client.query(
    `with old as (
       delete from reading_counts
       where day < to_char((now() at time zone 'Asia/Shanghai')::date - $1::int, 'YYYY-MM-DD')
         and length(day) = 10
       returning left(day, 7) as month, path, reads
     )
     insert into reading_counts as kept (day, path, reads)
     select month, path, sum(reads) from old group by 1, 2 order by 1, 2
     on conflict (day, path) do update set reads = kept.reads + excluded.reads`,
    [daysKept],
  )
}
