import { sql } from '@payloadcms/db-postgres'
import { monthsBetween } from '../../archive/calendar.ts'
import { boundsOfMonth } from '../../dates.ts'
import { keyOfList, monthKey } from '../../purge-keys.ts'
import { type ListAddress, newsroomZone, pathOf } from '../../urls.ts'
import { type FoundList, isOf, rowsOf, type Sql, within } from './places.ts'
import type { MonthLink } from './types.ts'

const clock = sql.raw(`at time zone '${newsroomZone}'`)
/** Further than this, what lies between two months is not named month by month. */
const widestGap = 36

/**
 * Months of a list that hold stories, newest first. From each month the index is asked for the newest
 * story before it: that takes as many steps as there are months, however many stories they hold.
 * @param most months; all of them unless told
 */
export async function readMonths(list: FoundList, most?: number): Promise<MonthLink[]> {
  const where = isOf(list)
  const newestBefore = (bound: Sql) => sql`
    select date_trunc('month', a.published_at ${clock}) as month from articles a
    where ${where} ${bound} order by a.published_at desc limit 1`
  const rows = await rowsOf(sql`
    with recursive months as (
      (${newestBefore(sql``)})
      union all
      select (${newestBefore(sql`and a.published_at < m.month ${clock}`)})
      from months m where m.month is not null
    )
    select to_char(month, 'YYYY-MM') as month from months where month is not null
    limit ${most ?? null}`)
  return rows.map(({ month }) => monthLink(list.of, String(month)))
}

export const monthLink = (of: ListAddress, month: string): MonthLink => ({
  month,
  href: pathOf({ kind: 'month', language: of.language, of, month }),
})

/**
 * The nearest times of stories before and after a span, in the newsroom's zone.
 * @param span its first moment and the first after it, ISO 8601
 */
export async function readAround(
  list: FoundList,
  [start, end]: readonly [string, string],
): Promise<{ before: string | null; after: string | null }> {
  const where = isOf(list)
  const day = sql`to_char(a.published_at ${clock}, 'YYYY-MM-DD')`
  const [row] = await rowsOf(sql`
    select (select ${day} from articles a where ${where} and a.published_at < ${start}::timestamptz
        order by a.published_at desc limit 1) as before,
      (select ${day} from articles a where ${where} and a.published_at >= ${end}::timestamptz
        order by a.published_at limit 1) as after`)
  const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)
  return { before: textOf(row?.before), after: textOf(row?.after) }
}

/** Days of a month with the number of their stories, oldest first. */
export async function readDays(
  list: FoundList,
  month: string,
): Promise<{ day: string; count: number }[]> {
  const where = isOf(list)
  const rows = await rowsOf(sql`
    select to_char(a.published_at ${clock}, 'YYYY-MM-DD') as day, count(*) as count
    from articles a where ${where} and ${within(sql`a.published_at`, boundsOfMonth(month))}
    group by 1 order by 1`)
  return rows.map(({ day, count }) => ({ day: String(day), count: Number(count) }))
}

/**
 * What decides which months a page names as the nearest: those two, and the empty ones between, each of
 * which may get a story. Where there is none on a side, any story of the list may be the first there.
 */
export function keysOfNeighbours(
  of: ListAddress,
  previous: string | null,
  next: string | null,
): string[] {
  if (previous === null || next === null) return [keyOfList(of)]
  const months = monthsBetween(previous, next)
  return months.length > widestGap ? [keyOfList(of)] : months.map((month) => monthKey(of, month))
}
