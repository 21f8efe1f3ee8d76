import { sql } from '@payloadcms/db-postgres'
import type { Database } from '../../../newsroom/database.ts'
import type { Language } from '../../languages.ts'
import type { SearchName } from '../document.ts'
import { readQuery } from '../query/query.ts'
import { anyOf, unitText } from '../query/tsquery.ts'
import type { Suggestion } from '../search-index.ts'
import { slotsOf } from '../text/slots.ts'
import { languageMarker, markersOfMonths, monthNumber } from './markers.ts'
import { quoted } from './vector.ts'

/** A beginning of so many letters says something; one is in every word. */
const shortestBeginning = 2
/** Months of news that headlines are first proposed from: a beginning is in very many of them. */
const recent = 6
/** Headlines of which the newest are proposed. */
const mostLooked = 40

/** The query of what is being typed: the last word may go on. Null when there is too little of it. */
function beginningText(typed: string): string | null {
  const { must } = readQuery(typed)
  const last = must.at(-1)
  if (!last) return null
  const before = must.slice(0, -1).map(unitText)
  const slots = slotsOf(last.text).slots
  const end = slots.at(-1)
  // Chinese is found from anywhere within already.
  const goesOn = end?.kind === 'word' && !last.exact
  if (!goesOn) return [...before, unitText(last)].join(' & ')
  if (end.raw.length < shortestBeginning) return before.length > 0 ? before.join(' & ') : null
  const beginning = `${quoted(end.raw)}:*`
  const whole = slots.length === 1 ? [`(${beginning} | ${quoted(end.term)})`] : [unitText(last)]
  return [...before, ...whole].join(' & ')
}

export async function suggestFor(
  database: Database,
  typed: string,
  language: Language,
  most: number,
): Promise<Suggestion[]> {
  const text = beginningText(typed)
  if (text === null) return []
  const now = monthNumber(new Date().toISOString())
  const names = await suggestNames(database, text, language, most)
  const left = most - names.length
  if (left <= 0) return names
  const months = markersOfMonths([language], now - recent + 1, now)
  const stories = await suggestStories(database, text, months, left)
  if (stories.length > 0) return [...names, ...stories]
  return [...names, ...(await suggestStories(database, text, [languageMarker(language)], left))]
}

async function suggestNames(
  database: Database,
  text: string,
  language: Language,
  most: number,
): Promise<Suggestion[]> {
  const { rows } = await database.execute(sql`
    select kind, term_id, name, slug from search_names
    where words @@ ${text}::tsquery and language = ${language}
    order by length(name), name limit ${Math.ceil(most / 2)}`)
  return rows.map((row) => ({
    kind: row.kind as SearchName['kind'],
    id: Number(row.term_id),
    text: String(row.name),
    slug: String(row.slug),
  }))
}

/** @param within markers: what the newest stories with such a headline are looked for in */
async function suggestStories(
  database: Database,
  text: string,
  within: readonly string[],
  most: number,
): Promise<Suggestion[]> {
  const inHeadline = text.replaceAll(/('(?:[^']|'')*')(:\*)?/g, (_, term, star) =>
    star ? `${term}:*A` : `${term}:A`,
  )
  const match = `${inHeadline} & ${anyOf(within)}`
  const { rows } = await database.execute(sql`
    select s.story_id, a.headline, a.path from (
      select story_id, published_at from search_stories
      where head @@ ${match}::tsquery and published_at <= now()
      order by published_at desc limit ${mostLooked}
    ) s join articles a on a.id = s.story_id and a._status = 'published' and a.path <> ''
    order by s.published_at desc limit ${most}`)
  return rows.map((row) => ({
    kind: 'story',
    id: Number(row.story_id),
    text: String(row.headline),
    path: String(row.path),
  }))
}
