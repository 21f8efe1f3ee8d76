import { type Language, languageCodes } from '../languages.ts'
import { highlighted, passageOf } from '../search/highlight.ts'
import type { Query } from '../search/query/query.ts'
import type { Found, SearchIndex } from '../search/search-index.ts'
import type { SearchResult } from './search-types.ts'
import { text, timeOrNull } from './statements/fields.ts'
import { askedLanguage, askedLocale, isLive } from './statements/rules.ts'
import { type Row, statement } from './statements/statement.ts'

/** Far less than a card: no picture, no series, no other editions. */
const results = statement(
  'results of a search',
  `select a.id, a.path, a.headline, a.kicker, a.standfirst, a.published_at, sn.name as section
   from articles a
   join sections_locales sn on sn._parent_id = a.section_id and sn._locale = ${askedLocale} and sn.name <> ''
   where a.id = any($2::int[]) and a.language = ${askedLanguage} and ${isLive('a')} and a.path <> ''`,
)

/** What was found, in its order, each in its own language; what is not public any more is left out. */
export async function readResults(
  index: SearchIndex,
  found: readonly Found[],
  query: Query,
): Promise<SearchResult[]> {
  const ofLanguage = async (language: Language): Promise<[number, Row][]> => {
    const ids = found.filter((one) => one.language === language).map(({ id }) => id)
    const rows = ids.length > 0 ? await results(language, ids) : []
    return rows.map((row) => [Number(row.id), row])
  }
  const [stories, passages] = await Promise.all([
    Promise.all(languageCodes.map(ofLanguage)),
    index.passages(found.map(({ id }) => id)),
  ])
  const rows = new Map(stories.flat())
  return found.flatMap(({ id, language }): SearchResult[] => {
    const row = rows.get(id)
    return row ? [resultOf(row, language, passages.get(id) ?? '', query)] : []
  })
}

function resultOf(row: Row, language: Language, indexed: string, query: Query): SearchResult {
  const section = text(row.section)
  const kicker = text(row.kicker)
  // It stands above the headline: a passage says something else.
  const besides = indexed.startsWith(`${kicker}\n`) ? indexed.slice(kicker.length + 1) : indexed
  return {
    language,
    href: text(row.path),
    kicker: kicker || section,
    headline: highlighted(text(row.headline), query),
    passage: passageOf(besides, query) ?? [text(row.standfirst)],
    publishedAt: timeOrNull(row.published_at) ?? '',
    section,
  }
}
