import { type DrawingAddress, parseDrawingAddress } from '../../lib/drawings/address.ts'
import { isLanguage, type Language, switchParameter } from '../../lib/languages.ts'
import { searchParameters } from '../../lib/search/query/parameters.ts'
import { tidyQuery } from '../../lib/search/query/tidy.ts'
import { type Address, parseAddress, pathOf } from '../../lib/urls.ts'
import { isSiteFile, type SiteFile } from '../../lib/well-known/site-files.ts'
import { reportPath } from './security-headers.ts'
import { speculationPath } from './speculation.ts'
import { plainSpelling, type Target } from './target.ts'

export type Route =
  | { kind: 'root' }
  | { kind: 'page'; address: Address; path: string; query: string }
  | { kind: 'site-file'; path: SiteFile }
  | { kind: 'send'; language: Language; path: string }
  | { kind: 'consent'; language: Language }
  | { kind: 'consent-style'; query: string }
  | { kind: 'count' }
  | { kind: 'report' }
  | { kind: 'switch'; language: Language; path: string }
  | { kind: 'redirect'; status: 303 | 308; location: string }
  | { kind: 'unknown'; language: Language | null }
  | { kind: 'asset'; path: string }
  | { kind: 'next-internal' }
  | { kind: 'enhance'; path: string }
  | { kind: 'media'; path: string }
  /** Null for an address that no drawing has. */
  | { kind: 'drawing'; path: string; address: DrawingAddress | null }
  | { kind: 'speculation' }
  | { kind: 'live' }
  | { kind: 'ready' }
  | { kind: 'newsroom' }
  /** Where programs look for the page that changes a password (W3C). */
  | { kind: 'account' }

const below = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(`${folder}/`)

/** Which part of the portal a target belongs to. Pure; whether a file or story exists is not asked. */
export function routeOf(target: Target): Route {
  const { path } = target
  if (path === '/') return { kind: 'root' }
  const spelling = plainSpelling(path)
  const address = parseAddress(spelling)
  if (address) return addressRoute(address, target)
  if (path === '/consent.css') return { kind: 'consent-style', query: target.query }
  if (path === '/count') return { kind: 'count' }
  if (path === reportPath) return { kind: 'report' }
  if (path === '/healthz') return { kind: 'live' }
  if (path === '/readyz') return { kind: 'ready' }
  if (below(path, '/admin') || below(path, '/api')) return { kind: 'newsroom' }
  if (path.startsWith('/_next/static/')) return { kind: 'asset', path }
  if (below(path, '/_next') || path.startsWith('/__nextjs')) return { kind: 'next-internal' }
  if (path.startsWith('/enhance/')) return { kind: 'enhance', path }
  if (path.startsWith('/media/')) return { kind: 'media', path }
  if (below(path, '/drawings'))
    return { kind: 'drawing', path, address: parseDrawingAddress(target.sent) }
  if (path === '/.well-known/change-password') return { kind: 'account' }
  if (path === speculationPath) return { kind: 'speculation' }
  if (isSiteFile(path)) return { kind: 'site-file', path }
  // RFC 9116, 3: it was there before there was a folder for such files.
  if (path === '/security.txt')
    return { kind: 'redirect', status: 308, location: '/.well-known/security.txt' }
  return publishedBefore(spelling) ?? { kind: 'unknown', language: languageOf(spelling) }
}

function addressRoute(address: Address, target: Target): Route {
  const path = pathOf(address)
  if (target.sent !== path) {
    return { kind: 'redirect', status: 308, location: withQuery(path, target.query) }
  }
  const { language } = address
  if (address.kind === 'message-send') return { kind: 'send', language, path }
  if (address.kind === 'consent') return { kind: 'consent', language }
  const parameters = new URLSearchParams(target.query)
  const query = knownQuery(address.kind, parameters)
  if (parameters.get(switchParameter) === language)
    return { kind: 'switch', language, path: query === '' ? path : `${path}?${query}` }
  return { kind: 'page', address, path, query }
}

/** The query goes on as the URL Standard writes it: in a header stand visible letters of ASCII alone. */
const withQuery = (path: string, query: string): string =>
  path + new URL(`?${query}`, 'http://edge').search

/** Addresses of the portal's first years had no language: `/2023/11/10/slug/`. */
function publishedBefore(spelling: string): Route | null {
  const address = parseAddress(`/en${spelling}`)
  if (address?.kind !== 'story') return null
  return { kind: 'redirect', status: 308, location: pathOf(address) }
}

const languageOf = (spelling: string): Language | null => {
  const first = spelling.split('/', 2)[1]
  return isLanguage(first) ? first : null
}

const storyOf = (value: string): string => (parseAddress(value)?.kind === 'story' ? value : '')

/**
 * The query parameters that a kind of page reads, each with what its value is read as: the one spelling
 * of it, or nothing. All others are dropped from the key and never reach the renderer, so that they
 * cannot multiply kept pages.
 */
const parametersOf: Record<Address['kind'], Readonly<Record<string, (value: string) => string>>> = {
  front: {},
  latest: {},
  section: {},
  archive: {},
  month: {},
  day: {},
  'on-this-day': {},
  'most-read': {},
  series: {},
  topic: {},
  author: {},
  story: {},
  live: {},
  'live-entry': {},
  page: {},
  feed: {},
  feeds: {},
  sitemap: {},
  'sitemap-pages': {},
  'sitemap-news': {},
  search: searchParameters,
  'search-suggest': { q: (value) => tidyQuery(value).toLowerCase() },
  'search-description': {},
  message: { story: storyOf },
  'message-send': {},
  'message-thanks': {},
  consent: {},
}

/** The known parameters in the order of the table, encoded; empty when there is none. */
export function knownQuery(kind: Address['kind'], parameters: URLSearchParams): string {
  const known = new URLSearchParams()
  for (const [name, read] of Object.entries(parametersOf[kind])) {
    const value = read(parameters.get(name) ?? '')
    if (value !== '') known.set(name, value)
  }
  return known.toString()
}
