import { sql } from '@payloadcms/db-postgres'
import type { Database } from '../../../newsroom/database.ts'
import { isLanguage } from '../../languages.ts'
import type { Query } from '../query/query.ts'
import { matchText, rankText } from '../query/tsquery.ts'
import type { Cursor, Filters, Results } from '../search-index.ts'
import { type Candidate, candidateWindows } from './candidates.ts'
import { readNamedTerms } from './names.ts'
import { dayNumber, type Ranked, rank } from './rank.ts'

/** Results of one search; of more, the newest are taken. */
const mostResults = 1000
/** The same where phrases are asked for, each of which has to be looked up in the text's own vector. */
const mostOfPhrases = 300
/** ms of one statement of a search. What it takes longer for is left out. */
const patience = 250

const mostOf = ({ must, not }: Query): number =>
  [...must, ...not].some(({ phrases }) => phrases.some((phrase) => phrase.length > 1))
    ? mostOfPhrases
    : mostResults

/** `query_canceled`: the time was up. */
const isTooLong = (error: unknown): boolean => {
  const { code, cause } = error as { code?: unknown; cause?: unknown }
  return code === '57014' || (cause instanceof Error && isTooLong(cause))
}

const nothing: Results = {
  found: [],
  count: 0,
  more: false,
  sections: [],
  next: null,
  broken: false,
}

/** @param database within a transaction of its own, for the time limit to end with it */
export async function searchStories(
  database: Database,
  query: Query,
  filters: Filters,
  page: { size: number; after: Cursor | null },
): Promise<Results> {
  if (query.must.length === 0) return nothing
  await database.execute(sql.raw(`set local statement_timeout = ${patience}`))
  const named = await readNamedTerms(database, query)
  const weigh = rankText(query, named)
  const today = dayNumber(Date.now())
  const asked = { match: matchText(query, named), weigh, filters }
  const most = mostOf(query)
  const candidates: Candidate[] = []
  let broken = false
  let ranked: Ranked[] = []
  try {
    const windows = candidateWindows(database, asked, most + 1)
    for await (const window of windows) candidates.push(...window)
    const must = { match: matchText({ ...query, not: [] }, named), weigh }
    ranked = await rank(database, candidates.slice(0, most), must, page.after?.day ?? today)
  } catch (error) {
    if (!isTooLong(error)) throw error
    broken = true
    // The transaction is over with the statement: what was found until then is shown by its date.
    ranked = candidates.slice(0, most).map((one) => ({ ...one, score: 0 }))
  }
  return { ...pageOf(ranked, page, today), more: candidates.length > most, broken }
}

function pageOf(
  ranked: readonly Ranked[],
  { size, after }: { size: number; after: Cursor | null },
  today: number,
): Omit<Results, 'more' | 'broken'> {
  const begin = after === null ? 0 : ranked.findIndex((one) => isBehind(one, after))
  const shown = begin < 0 ? [] : ranked.slice(begin, begin + size)
  const last = shown.at(-1)
  const isLast = begin < 0 || begin + size >= ranked.length
  return {
    found: shown.flatMap(({ id, language, section }) =>
      isLanguage(language) ? [{ id, language, section }] : [],
    ),
    count: ranked.length,
    sections: countSections(ranked),
    next: isLast || !last ? null : { score: last.score, id: last.id, day: after?.day ?? today },
  }
}

const isBehind = ({ score, id }: Ranked, cursor: Cursor): boolean =>
  score < cursor.score || (score === cursor.score && id < cursor.id)

function countSections(ranked: readonly Ranked[]): Results['sections'] {
  const counts = new Map<number, number>()
  for (const { section } of ranked)
    if (section !== null) counts.set(section, (counts.get(section) ?? 0) + 1)
  return [...counts]
    .map(([section, count]) => ({ section, count }))
    .sort((a, b) => b.count - a.count || a.section - b.section)
}
