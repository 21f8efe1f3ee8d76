import { grouped, sameDayOf, yearOf } from '../../archive/calendar.ts'
import { boundsOfDay, dayOf } from '../../dates.ts'
import type { Language } from '../../languages.ts'
import { anniversaryKey, todayKey } from '../../purge-keys.ts'
import { pathOf } from '../../urls.ts'
import { keysOfCards, readCardsInOrder } from '../cards.ts'
import { newestOf, places } from '../statements/places.ts'
import { statement } from '../statements/statement.ts'
import type { Read, StoryCard } from '../types.ts'

/** No portal of ours is older. */
const earlierYears = 60

export type OnThisDay = {
  /** Today in Chongqing, `2026-11-24`. */
  day: string
  /** Newest first; each leads to all the stories of that day. */
  years: readonly { year: string; href: string; stories: readonly StoryCard[] }[]
}

const { latest } = places
const ofDays = statement(
  'on this day',
  `select s.id from jsonb_to_recordset($2::jsonb) as d(since timestamptz, till timestamptz)
   cross join lateral (${newestOf(latest, 'null', '$3::int', `and ${latest.at} >= d.since and ${latest.at} < d.till`)}) s
   order by s.at desc, s.id desc limit $4::int`,
)

/**
 * Numbers of stories that came out on this day of the calendar in earlier years. Each of those days is looked
 * up in the index of stories by time; on 29 February, leap years alone have one.
 * @param perYear the newest stories of each of them, at most
 * @param most stories in all
 */
export async function readAnniversaries(
  language: Language,
  day: string,
  perYear: number,
  most: number,
): Promise<number[]> {
  const days = sameDayOf(day, earlierYears).map((earlier) => {
    const [since, till] = boundsOfDay(earlier)
    return { since, till }
  })
  const rows = await ofDays(language, JSON.stringify(days), perYear, most)
  return rows.map((row) => Number(row.id))
}

/** The archive's page of a day of the whole portal. */
const dayPath = (language: Language, day: string): string =>
  pathOf({ kind: 'day', language, of: { kind: 'latest', language }, day, after: null })

/** Today in Chongqing. */
export const dayAt = (now: Date): string => dayOf(now.toISOString())

/** Keys of whatever shows stories of this day of earlier years. */
export const keysOfDay = (language: Language, day: string): string[] => [
  todayKey,
  anniversaryKey(language, day.slice(5)),
]

/**
 * The stories of this day of earlier years.
 * @param perYear the newest of each year, at most
 * @param most stories in all
 * @param now the moment of which today is the day in Chongqing
 */
export async function readOnThisDay(
  language: Language,
  perYear = 3,
  most = 60,
  now: Date = new Date(),
): Promise<Read<OnThisDay>> {
  const day = dayAt(now)
  const ids = await readAnniversaries(language, day, perYear, most)
  const stories = await readCardsInOrder(ids, language)
  const years = grouped(stories, ({ publishedAt }) => yearOf(dayOf(publishedAt)))
  const hrefOf = (year: string) => dayPath(language, `${year}${day.slice(4)}`)
  return {
    page: {
      day,
      years: years.map(([year, ofYear]) => ({ year, href: hrefOf(year), stories: ofYear })),
    },
    keys: [...keysOfDay(language, day), ...keysOfCards(stories)],
  }
}
