import type { Database } from '../../../newsroom/database.ts'
import type { Query } from '../query/query.ts'
import { matchText, rankText } from '../query/tsquery.ts'
import { type Cursor, type Filters, type Found, nothing, type Results } from '../search-index.ts'
import { type Candidate, candidateWindows } from './candidates.ts'
import { readNamedTerms } from './names.ts'
import { dayNumber, type Ranked, rank } from './rank.ts'
import { isTooLong } from './time-limit.ts'

/** What of the list is asked for. */
type Page = { size: number; after: Cursor | null }

/** Results of one search; of more, the newest are taken. */
const mostResults = 1000
/** The same where phrases are asked for, each of which has to be looked up in the text's own vector. */
const mostOfPhrases = 300

const mostOf = ({ must, not }: Query): number =>
  [...must, ...not].some(({ phrases }) => phrases.some((phrase) => phrase.length > 1))
    ? mostOfPhrases
    : mostResults

/** @param database limited in time (`inTime`) */
export async function searchStories(
  database: Database,
  query: Query,
  filters: Filters,
  page: Page,
): Promise<Results> {
  if (query.must.length === 0) return nothing
  const today = dayNumber(Date.now())
  const most = mostOf(query)
  const candidates: Candidate[] = []
  try {
    const named = await readNamedTerms(database, query)
    const weigh = rankText(query, named)
    const asked = { match: matchText(query, named), weigh, filters }
    const windows = candidateWindows(database, asked, most + 1)
    for await (const window of windows) candidates.push(...window)
    const must = { match: matchText({ ...query, not: [] }, named), weigh }
    const ranked = await rank(database, candidates.slice(0, most), must, page.after?.day ?? today)
    return { ...pageOf(ranked, page, today), more: candidates.length > most, broken: false }
  } catch (error) {
    if (!isTooLong(error)) throw error
    return { ...brokenOff(candidates.slice(0, most), page), more: candidates.length > most }
  }
}

/**
 * What was found until the time was up, the newest first. It has no scores, by which a place in the list
 * is named: there is no page behind this one, and what was behind another is not known.
 */
const brokenOff = (found: readonly Candidate[], { size, after }: Page): Omit<Results, 'more'> => ({
  found: after === null ? foundOf(found.slice(0, size)) : [],
  count: found.length,
  sections: countSections(found),
  next: null,
  broken: true,
})

const foundOf = (candidates: readonly Candidate[]): Found[] =>
  candidates.map(({ id, language }) => ({ id, language }))

function pageOf(
  ranked: readonly Ranked[],
  { size, after }: Page,
  today: number,
): Omit<Results, 'more' | 'broken'> {
  const begin = after === null ? 0 : ranked.findIndex((one) => isBehind(one, after))
  const shown = begin < 0 ? [] : ranked.slice(begin, begin + size)
  const last = shown.at(-1)
  const isLast = begin < 0 || begin + size >= ranked.length
  return {
    found: foundOf(shown.map(({ candidate }) => candidate)),
    count: ranked.length,
    sections: countSections(ranked.map(({ candidate }) => candidate)),
    next:
      isLast || !last
        ? null
        : { score: last.score, id: last.candidate.id, day: after?.day ?? today },
  }
}

const isBehind = ({ score, candidate }: Ranked, cursor: Cursor): boolean =>
  score < cursor.score || (score === cursor.score && candidate.id < cursor.id)

function countSections(found: readonly Candidate[]): Results['sections'] {
  const counts = new Map<number, number>()
  for (const { section } of found)
    if (section !== null) counts.set(section, (counts.get(section) ?? 0) + 1)
  return [...counts]
    .map(([section, count]) => ({ section, count }))
    .sort((a, b) => b.count - a.count || a.section - b.section)
}
