import { sql } from '@payloadcms/db-postgres'
import type { Database } from '../../../newsroom/database.ts'
import { boundsOfMonth } from '../../dates.ts'
import { isLanguage, type Language, languageCodes } from '../../languages.ts'
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
import { quoted } from './vector.ts'

export type Candidate = {
  id: number
  language: Language
  section: number | null
  /** Of its publication: whole days since 1970. */
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

const markersOf = ({ section, series, person }: Filters): string[] => [
  ...(section ? [quoted(sectionMarker(section))] : []),
  ...(series ? [quoted(seriesMarker(series))] : []),
  ...(person ? [quoted(personMarker(person))] : []),
]

/** Languages and months in one; without a beginning, all that is older: its markers would be of every year there is. */
function spanOf({ languages }: Filters, from: number | null, last: number): string[] {
  if (from === null) return languages.length > 0 ? [anyOf(languages.map(languageMarker))] : []
  return [anyOf(markersOfMonths(languages.length > 0 ? languages : languageCodes, from, last))]
}

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
    months = nextWindow(months, rows.length / (last - first + 1), rows.length, most - found)
    last = first - 1
  }
}

/** Found in a window, below which it tells little of how many a month holds. */
const fewFound = 10

/**
 * Months of the next window: at least twice as many as before, and so many that what is wanted should be in them. The
 * fewer were found, the less is known of that.
 */
function nextWindow(months: number, perMonth: number, found: number, wanted: number): number {
  if (found === 0) return months * 32
  const enough = Math.ceil((wanted / perMonth) * (1 + 2 / Math.sqrt(found)))
  return Math.min(Math.max(months * 2, enough), months * (found < fewFound ? 32 : 64))
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
  const asked = [`(${match})`, ...markersOf(filters), ...spanOf(filters, from, last)]
  const [, end] = boundsOfMonth(monthName(last))
  const { since, until } = filters
  const { rows } = await database.execute(sql`
    select array_agg(story_id)::text as ids, array_agg(language)::text as languages,
      array_agg(coalesce(section_id, 0))::text as sections, array_agg(day)::text as days,
      array_agg(rank)::text as ranks
    from (
      select story_id, language, section_id,
        (published_at at time zone 'UTC')::date - date '1970-01-01' as day,
        ts_rank('{0.1, 0.3, 0.5, 1}', head, ${weigh}::tsquery) as rank
      from search_stories
      where words @@ ${asked.join(' & ')}::tsquery
        and published_at <= now() and published_at < ${end}::timestamptz
        ${since ? sql`and published_at >= ${since}::timestamptz` : sql``}
        ${until ? sql`and published_at < ${until}::timestamptz` : sql``}
      order by published_at desc, story_id desc limit ${most}
    ) newest`)
  return candidatesOf(rows[0] ?? {})
}

/**
 * A column of hundreds of rows as one value, `{1,2,3}`: to read them one by one takes longer than to find them. For
 * numbers and codes of languages; texts and nulls would have to be read with their quotation marks.
 */
const columnOf = (value: unknown): string[] =>
  typeof value === 'string' ? value.slice(1, -1).split(',') : []

function candidatesOf(columns: Record<string, unknown>): Candidate[] {
  const languages = columnOf(columns.languages)
  const sections = columnOf(columns.sections)
  const days = columnOf(columns.days)
  const ranks = columnOf(columns.ranks)
  return columnOf(columns.ids).flatMap((id, at): Candidate[] => {
    const language = languages[at]
    return isLanguage(language)
      ? [
          {
            id: Number(id),
            language,
            section: Number(sections[at]) || null,
            day: Number(days[at]),
            rank: Number(ranks[at]),
          },
        ]
      : []
  })
}
