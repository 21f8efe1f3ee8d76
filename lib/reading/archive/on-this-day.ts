import { sql } from '@payloadcms/db-postgres'
import { grouped, sameDayOf, yearOf } from '../../archive/calendar.ts'
import { boundsOfDay, dayOf } from '../../dates.ts'
import type { Language } from '../../languages.ts'
import { anniversaryKey, todayKey } from '../../purge-keys.ts'
import { keysOfCards, readCardsInOrder } from '../cards.ts'
import type { Read, StoryCard } from '../types.ts'
import { isOf, rowsOf } from './places.ts'

/** No portal of ours is older. */
const earlierYears = 60

export type OnThisDay = {
  /** Today in Chongqing, `2026-11-24`. */
  day: string
  /** Newest first. */
  years: readonly { year: string; stories: readonly StoryCard[] }[]
}

/**
 * Stories that came out on this day of the calendar in earlier years. Each of those days is looked up in
 * the index of stories by time; on 29 February, leap years alone have one.
 * @param perYear the newest stories of each of them, at most
 * @param most stories in all
 * @param now the moment of which today is the day in Chongqing
 */
export async function readOnThisDay(
  language: Language,
  perYear = 5,
  most = 100,
  now: Date = new Date(),
): Promise<Read<OnThisDay>> {
  const day = dayOf(now.toISOString())
  const days = sameDayOf(day, earlierYears).map((earlier) => {
    const [since, till] = boundsOfDay(earlier)
    return { since, till }
  })
  const where = isOf({ of: { kind: 'latest', language }, term: null })
  const rows = await rowsOf(sql`
    select s.id from jsonb_to_recordset(${JSON.stringify(days)}::jsonb)
      as d(since timestamptz, till timestamptz)
    cross join lateral (
      select a.id as id, a.published_at as at from articles a where ${where}
        and a.published_at >= d.since and a.published_at < d.till
      order by a.published_at desc limit ${perYear}
    ) s order by s.at desc limit ${most}`)
  const stories = await readCardsInOrder(
    rows.map((row) => Number(row.id)),
    language,
  )
  const years = grouped(stories, ({ publishedAt }) => yearOf(dayOf(publishedAt)))
  return {
    page: { day, years: years.map(([year, ofYear]) => ({ year, stories: ofYear })) },
    keys: [todayKey, anniversaryKey(language, day.slice(5)), ...keysOfCards(stories)],
  }
}
