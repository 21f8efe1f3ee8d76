import { adapterOf } from '../../newsroom/database.ts'
import { boundsOfMonth, monthOf } from '../dates.ts'
import { type Language, otherLanguages } from '../languages.ts'
import { documentKey, searchKey } from '../purge-keys.ts'
import { postgresIndex } from '../search/postgres.ts'
import {
  isNamedPeriod,
  namedPeriods,
  type SearchParameters,
  searchPath,
} from '../search/query/parameters.ts'
import { type Query, readQuery } from '../search/query/query.ts'
import { relaxed } from '../search/query/relax.ts'
import {
  type Cursor,
  type Filters,
  type Found,
  nothing,
  type Results,
  type SearchIndex,
} from '../search/search-index.ts'
import { keysOfCards } from './cards.ts'
import { newsroom } from './newsroom.ts'
import { storyAtAddress } from './search-address.ts'
import { noHelp, readHelp } from './search-help.ts'
import { readResults } from './search-results.ts'
import type { Choice, SearchPage } from './search-types.ts'
import { readSections, readTermBySlug, type Term } from './taxonomies.ts'
import { readTermNames } from './terms.ts'
import type { Read } from './types.ts'

/** Results of a page. */
const pageSize = 20

const openIndex = async (): Promise<SearchIndex> =>
  postgresIndex(adapterOf(await newsroom()).drizzle)

type Terms = { section: Term | null; series: Term | null; person: Term | null }

async function readFilterTerms(parameters: SearchParameters, language: Language): Promise<Terms> {
  const term = (collection: 'sections' | 'series' | 'people', slug: string) =>
    slug === '' ? null : readTermBySlug(collection, slug, language)
  const [section, series, person] = await Promise.all([
    term('sections', parameters.section),
    term('series', parameters.series),
    term('people', parameters.author),
  ])
  return { section, series, person }
}

function spanOf(period: string): Pick<Filters, 'since' | 'until'> {
  if (period === '') return {}
  if (isNamedPeriod(period)) {
    const days = namedPeriods[period]
    return { since: new Date(Date.now() - days * 24 * 60 * 60 * 1000).toISOString() }
  }
  return { since: boundsOfMonth(`${period}-01`)[0], until: boundsOfMonth(`${period}-12`)[1] }
}

const cursorOf = (text: string): Cursor | null => {
  const [score, id, day] = text.split('-').map(Number)
  return score === undefined || id === undefined || day === undefined || text === ''
    ? null
    : { score, id, day }
}

/** What a search finds, or, where it finds nothing, what might help. */
export async function readSearch(
  parameters: SearchParameters,
  language: Language,
): Promise<Read<SearchPage>> {
  const index = await openIndex()
  const typed = readQuery(parameters.q)
  const terms = await readFilterTerms(parameters, language)
  const filters: Filters = {
    languages: parameters.in === 'all' ? [] : [language],
    section: terms.section?.id ?? null,
    series: terms.series?.id ?? null,
    person: terms.person?.id ?? null,
    ...spanOf(parameters.period),
  }
  const [{ query, results }, choices] = await Promise.all([
    find(index, typed, parameters, filters),
    readChoices(language),
  ])
  const [shown, help] = await Promise.all([
    readResults(index, results.found, query),
    isEmpty(results) ? readHelp(index, typed, parameters, filters, language) : noHelp,
  ])
  const { next } = results
  const page: SearchPage = {
    parameters,
    results: shown,
    count: results.count,
    more: results.more,
    broken: results.broken,
    cut: typed.cut,
    apart: query !== typed && results.count > 0,
    next:
      next === null
        ? null
        : searchPath(language, { ...parameters, after: `${next.score}-${next.id}-${next.day}` }),
    ...choicesOf(choices, results),
    author: terms.person && { name: terms.person.name, href: terms.person.href },
    ...help,
  }
  return { page, keys: keysOfSearch(page, results.found, language) }
}

// What broke off may still be there: nothing else is asked or proposed instead, which would take as long.
const isEmpty = ({ count, broken }: Results): boolean => count === 0 && !broken

/** What a search finds: the story whose address was pasted, what was typed, or else the words of it by themselves. */
async function find(
  index: SearchIndex,
  typed: Query,
  parameters: SearchParameters,
  filters: Filters,
): Promise<{ query: Query; results: Results }> {
  const pasted = await storyAtAddress(parameters.q)
  if (pasted) return { query: typed, results: { ...nothing, found: [pasted], count: 1 } }
  const search = (query: Query) =>
    index.search(query, filters, { size: pageSize, after: cursorOf(parameters.after) })
  const results = await search(typed)
  const parts = isEmpty(results) ? relaxed(typed) : null
  if (!parts) return { query: typed, results }
  const again = await search(parts)
  return isEmpty(again) ? { query: typed, results } : { query: parts, results: again }
}

/** Whatever comes or goes may be found, and what the other languages have is told where nothing is. */
function keysOfSearch(
  { parameters, count, latest }: SearchPage,
  found: readonly Found[],
  language: Language,
) {
  const asksAll = parameters.in === 'all' || count === 0
  const asked = [language, ...(asksAll ? otherLanguages(language) : [])]
  const stories = found.map(({ id }) => documentKey('articles', id))
  return [...asked.map(searchKey), ...stories, ...keysOfCards(latest)]
}

/** What a search may be narrowed to: read while the index is asked, which tells how many there are of each. */
async function readChoices(language: Language) {
  const [sections, series] = await Promise.all([
    readSections(language),
    readTermNames('series', language),
  ])
  return { sections, series }
}

function choicesOf(
  { sections, series }: Awaited<ReturnType<typeof readChoices>>,
  results: Results,
): Pick<SearchPage, 'sections' | 'series' | 'years'> {
  const counts = new Map(results.sections.map(({ section, count }) => [section, count]))
  const thisYear = Number(monthOf(new Date().toISOString()).slice(0, 4))
  return {
    sections: sections.map(
      ({ id, slug, name }): Choice => ({ value: slug, name, count: counts.get(id) ?? 0 }),
    ),
    series: series.map(({ address, name }) => ({
      value: 'slug' in address ? address.slug : '',
      name,
      count: null,
    })),
    years: Array.from({ length: 8 }, (_, back) => String(thisYear - back)).map((year) => ({
      value: year,
      name: year,
      count: null,
    })),
  }
}
