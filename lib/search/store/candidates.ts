import { sql } from '@payloadcms/db-postgres'
import type { Database } from '../../../newsroom/database.ts'
import { boundsOfMonth } from '../../dates.ts'
import { anyOf } from '../query/tsquery.ts'
import type { Filters } from '../search-index.ts'
import {
  languageMarker,
  markersOfMonths,
  monthName,
  monthNumber,
  personMarker,
  sectionMarker,
  seriesMarker,
} from './markers.ts'
import { dayNumber } from './rank.ts'

export type Candidate = {
  id: number
  language: string
  section: number | null
  /** `dayNumber` of its publication. */
  day: number
  /** How well headline, standfirst and names fit. */
  rank: number
}

export type Asked = {
  /** Text of a tsquery: what must match, and what any of is weighed. */
  match: string
  weigh: string
  filters: Filters
}

/** Months of the first look: how often a term was in the news lately tells how far to look for enough. */
const firstWindow = 2
/** Behind so many months, all that is left is looked at in one go. */
const longWindow = 10 * 12

const markersOf = ({ languages, section, series, person }: Filters): string[] => [
  ...(languages.length > 0 ? [anyOf(languages.map(languageMarker))] : []),
  ...(section ? [anyOf([sectionMarker(section)])] : []),
  ...(series ? [anyOf([seriesMarker(series)])] : []),
  ...(person ? [anyOf([personMarker(person)])] : []),
]

/**
 * The newest stories that match, at most so many. A common word is in half of all stories: they are
 * looked for from today backwards, in windows that grow by how many were found, and each window is part
 * of what the index is asked, so that what lies before it costs nothing.
 */
export async function* candidateWindows(
  database: Database,
  asked: Asked,
  most: number,
): AsyncGenerator<Candidate[]> {
  const { since, until } = asked.filters
  const now = new Date().toISOString()
  const oldest = since ? monthNumber(since) : null
  let last = monthNumber(until && until < now ? until : now)
  // Time to come: there is no month to ask for.
  if (oldest !== null && oldest > last) return
  let months = firstWindow
  let found = 0
  for (;;) {
    const first = beginning(last, months)
    const isLast = months > longWindow || (oldest !== null && first <= oldest)
    const rows = await readWindow(database, asked, isLast ? oldest : first, last, most - found)
    yield rows
    found += rows.length
    if (isLast || found >= most) return
    const perMonth = rows.length / (last - first + 1)
    last = first - 1
    // At least twice as far as before, and so far that it should be enough.
    const wanted = perMonth > 0 ? Math.ceil(((most - found) / perMonth) * 1.2) : months * 32
    months = Math.min(Math.max(months * 2, wanted), months * 32)
  }
}

/** The first month of a window: of several, the first of its year, so that few markers stand for it. */
const beginning = (last: number, months: number): number => {
  const first = last - months + 1
  return months > 6 ? first - (first % 12) : first
}

async function readWindow(
  database: Database,
  { match, weigh, filters }: Asked,
  from: number | null,
  last: number,
  most: number,
): Promise<Candidate[]> {
  // Without a beginning, the window is all that is older: its markers would be of every year there is.
  const span = from === null ? [] : [anyOf(markersOfMonths(from, last))]
  const [, end] = boundsOfMonth(monthName(last))
  const { since, until } = filters
  const { rows } = await database.execute(sql`
    select story_id, language, section_id, published_at,
      ts_rank('{0.1, 0.3, 0.5, 1}', head, ${weigh}::tsquery) as rank
    from search_stories
    where words @@ ${[`(${match})`, ...markersOf(filters), ...span].join(' & ')}::tsquery
      and published_at <= now() and published_at < ${end}::timestamptz
      ${since ? sql`and published_at >= ${since}::timestamptz` : sql``}
      ${until ? sql`and published_at < ${until}::timestamptz` : sql``}
    order by published_at desc, story_id desc limit ${most}`)
  return rows.map((row) => ({
    id: Number(row.story_id),
    language: String(row.language),
    section: row.section_id === null ? null : Number(row.section_id),
    day: dayNumber(new Date(String(row.published_at)).getTime()),
    rank: Number(row.rank),
  }))
}
