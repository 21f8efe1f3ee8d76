import { adapterOf } from '../../newsroom/database.ts'
import { boundsOfMonth, monthOf } from '../dates.ts'
import { type Language, otherLanguages } from '../languages.ts'
import { searchKey } from '../purge-keys.ts'
import { highlighted, passageOf } from '../search/highlight.ts'
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
  nothing,
  type Results,
  type SearchIndex,
} from '../search/search-index.ts'
import { keysOfCards } from './cards.ts'
import { newsroom } from './newsroom.ts'
import { storyAtAddress } from './search-address.ts'
import { readCardsById } from './search-cards.ts'
import { noHelp, readHelp } from './search-help.ts'
import type { Choice, SearchPage, SearchResult } from './search-types.ts'
import { readSections, readTermBySlug, type Term } from './taxonomies.ts'
import { readTermNames } from './terms.ts'
import type { Read, StoryCard } from './types.ts'

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
  const pasted = await storyAtAddress(parameters.q)
  const search = (query: Query) =>
    index.search(query, filters, { size: pageSize, after: cursorOf(parameters.after) })
  const parts = relaxed(typed)
  let query = typed
  let results = pasted ? { ...nothing, found: [pasted], count: 1 } : await search(typed)
  // What broke off may still be there: nothing else is asked instead, which would take as long.
  const isEmpty = () => results.count === 0 && !results.broken
  if (isEmpty() && parts) {
    const again = await search(parts)
    if (again.count > 0 || again.broken) [query, results] = [parts, again]
  }
  const [shown, choices, help] = await Promise.all([
    readResults(index, results, query),
    readChoices(results, language),
    isEmpty() ? readHelp(index, typed, parameters, filters, language) : noHelp,
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
    ...choices,
    author: terms.person && { name: terms.person.name, href: terms.person.href },
    ...help,
  }
  return { page, keys: keysOfSearch(page, language) }
}

/** Whatever comes or goes may be found, and what the other languages have is told where nothing is. */
function keysOfSearch({ parameters, count, results, latest }: SearchPage, language: Language) {
  const asksAll = parameters.in === 'all' || count === 0
  const asked = [language, ...(asksAll ? otherLanguages(language) : [])]
  return [
    ...asked.map(searchKey),
    ...keysOfCards([...results.map(({ story }) => story), ...latest]),
  ]
}

async function readResults(
  index: SearchIndex,
  { found }: Results,
  query: Query,
): Promise<SearchResult[]> {
  const [cards, passages] = await Promise.all([
    readCardsById(found),
    index.passages(found.map(({ id }) => id)),
  ])
  return found.flatMap(({ id }): SearchResult[] => {
    const story: StoryCard | undefined = cards.get(id)
    if (!story) return []
    return [
      {
        story,
        headline: highlighted(story.headline, query),
        passage: passageOf(passages.get(id) ?? '', query) ?? [
          { text: story.standfirst, marked: false },
        ],
      },
    ]
  })
}

async function readChoices(
  results: Results,
  language: Language,
): Promise<Pick<SearchPage, 'sections' | 'series' | 'years'>> {
  const [sections, series] = await Promise.all([
    readSections(language),
    readTermNames('series', language),
  ])
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
