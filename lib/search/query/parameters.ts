import type { Language } from '../../languages.ts'
import { isSlug, pathOf } from '../../urls.ts'
import { tidyQuery } from './tidy.ts'

/** Spans that a reader may choose by name; a year is four digits. */
export const namedPeriods = { week: 7, month: 31, year: 366 } as const
export type NamedPeriod = keyof typeof namedPeriods

const slug = (value: string): string => (isSlug(value) ? value : '')
export const isNamedPeriod = (value: string): value is NamedPeriod =>
  Object.hasOwn(namedPeriods, value)
const isPeriod = (value: string): boolean => isNamedPeriod(value) || /^(?:19|20)\d\d$/.test(value)

/**
 * The parameters of a search, each with what it is read as; what is nothing is empty. The edge drops
 * all others and writes these in this order: it is what searches are kept by.
 */
export const searchParameters = {
  q: tidyQuery,
  section: slug,
  series: slug,
  author: slug,
  period: (value: string): string => (isPeriod(value) ? value : ''),
  /** `all`: in every language. */
  in: (value: string): string => (value === 'all' ? value : ''),
  /** Where a page begins: score, number and day of the result before it. */
  after: (value: string): string => (/^\d{1,13}-\d{1,9}-\d{1,6}$/.test(value) ? value : ''),
} as const satisfies Record<string, (value: string) => string>

export type SearchParameters = Record<keyof typeof searchParameters, string>

/** Reads the query of an address; every parameter is there, if only empty. */
export function readSearchParameters(
  given: Readonly<Record<string, string | readonly string[] | undefined>>,
): SearchParameters {
  const read = Object.entries(searchParameters).map(([name, tidy]) => {
    const value = given[name]
    return [name, tidy((typeof value === 'string' ? value : value?.[0]) ?? '')]
  })
  return Object.fromEntries(read) as SearchParameters
}

/** The query of an address, as the edge would write it; empty without any parameter. */
export function writeSearchParameters(parameters: Partial<SearchParameters>): string {
  const written = new URLSearchParams()
  for (const name of Object.keys(searchParameters) as (keyof SearchParameters)[])
    if (parameters[name]) written.set(name, parameters[name])
  return written.toString()
}

/** The address of a search. */
export function searchPath(language: Language, parameters: Partial<SearchParameters>): string {
  const query = writeSearchParameters(parameters)
  return pathOf({ kind: 'search', language }) + (query === '' ? '' : `?${query}`)
}
