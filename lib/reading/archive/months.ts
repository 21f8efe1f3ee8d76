import { monthsBetween } from '../../archive/calendar.ts'
import { boundsOfMonth } from '../../dates.ts'
import { keyOfList, monthKey } from '../../purge-keys.ts'
import { type ListAddress, pathOf } from '../../urls.ts'
import { textOrNull } from '../statements/fields.ts'
import { clock, monthsOf } from '../statements/months.ts'
import { forEachList } from '../statements/places.ts'
import { ask, type FoundList } from './places.ts'
import type { MonthLink } from './types.ts'

/** Further than this, what lies between two months is not named month by month. */
const widestGap = 36

const months = forEachList(
  'months',
  (place) => `
  with recursive ${monthsOf(place)}
  select to_char(month, 'YYYY-MM') as month from months where month is not null limit $3::int`,
)

/**
 * Months of a list that hold stories, newest first.
 * @param most months; all of them unless told
 */
export async function readMonths(list: FoundList, most?: number): Promise<MonthLink[]> {
  const rows = await ask(months, list, most ?? null)
  return rows.map(({ month }) => monthLink(list.of, String(month)))
}

export const monthLink = (of: ListAddress, month: string): MonthLink => ({
  month,
  href: pathOf({ kind: 'month', language: of.language, of, month }),
})

const around = forEachList('around a span', ({ at, from, holds }) => {
  const day = `to_char(${at} ${clock}, 'YYYY-MM-DD')`
  return `
  select (select ${day} from ${from} where ${holds('$2')} and ${at} < $3::timestamptz
      order by ${at} desc limit 1) as before,
    (select ${day} from ${from} where ${holds('$2')} and ${at} >= $4::timestamptz
      order by ${at} limit 1) as after`
})

/**
 * The nearest times of stories before and after a span, in the newsroom's zone.
 * @param span its first moment and the first after it, ISO 8601
 */
export async function readAround(
  list: FoundList,
  span: readonly [string, string],
): Promise<{ before: string | null; after: string | null }> {
  const [row] = await ask(around, list, ...span)
  return { before: textOrNull(row?.before), after: textOrNull(row?.after) }
}

const days = forEachList(
  'days of a month',
  ({ at, id, from, holds, repeats }) => `
  select to_char(${at} ${clock}, 'YYYY-MM-DD') as day,
    count(${repeats ? `distinct ${id}` : '*'}) as count
  from ${from} where ${holds('$2')} and ${at} >= $3::timestamptz and ${at} < $4::timestamptz
  group by 1 order by 1`,
)

/** Days of a month with the number of their stories, oldest first. */
export async function readDays(
  list: FoundList,
  month: string,
): Promise<{ day: string; count: number }[]> {
  const rows = await ask(days, list, ...boundsOfMonth(month))
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
