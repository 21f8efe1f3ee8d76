import { dayOf, monthOf } from './dates.ts'
import { type Language, languageCodes } from './languages.ts'
import { type Address, type ListAddress, parseAddress, pathOf, unreachable } from './urls.ts'

/**
 * Surrogate keys: what a kept page depends on, and what a change touches. A page is dropped when the
 * two sets meet. Most keys are of these kinds:
 * - `site`: on every HTML page (masthead, footer, settings);
 * - of an address or list: `address:/en/2023/11/10/slug`, `front:en`, `section:en:city`;
 * - of a document that a page shows: `articles:12`, `media:7`; the page names these itself.
 */
export const siteKey = 'site'
/** Of what names every section, series, topic and person: the page of feeds, the sitemap of pages. */
export const termsKey = 'terms'
/** Of everything that lists the stories of a language by when they changed; with a month, of its sitemap. */
export const sitemapKey = (language: Language, month?: string): string =>
  month === undefined ? `sitemap:${language}` : `sitemap:${language}:${month}`
/** Of every search in a language: whatever comes or goes may be found by any of them. */
export const searchKey = (language: Language): string => `search:${language}`
export const documentKey = (collection: string, id: number | string): string =>
  `${collection}:${id}`
const listKey = (kind: string, language: Language, slug: string) => `${kind}:${language}:${slug}`
export const keyOfList = (of: ListAddress): string =>
  of.kind === 'latest' ? `latest:${of.language}` : listKey(of.kind, of.language, of.slug)
/** Of a list's stories of one month, `2023-11`: its page in the archive, and its days. */
export const monthKey = (of: ListAddress, month: string): string =>
  `month:${keyOfList(of)}:${month}`
/** Of everything that shows entries of a live story: its pages, its small address, feeds that tell it. */
export const liveKey = (story: number | string): string => `live:${story}`
/** Of everything that shows which day it is in Chongqing: the edge touches it at midnight. */
export const todayKey = 'today'
/** Of everything that shows what is read most. */
export const mostReadKey = (language: Language): string => `most-read:${language}`
/** Of the stories that came out on a day of any year, `11-10`. */
export const anniversaryKey = (language: Language, day: string): string =>
  `anniversary:${language}:${day}`

/** What a page depends on by its address alone. An unknown path depends on itself and on the site. */
export function keysOf(path: string): string[] {
  if (path === '/sitemap.xml')
    return [siteKey, termsKey, ...languageCodes.map((language) => sitemapKey(language))]
  const address = parseAddress(path)
  return address ? keysOfAddress(address) : [siteKey, `address:${path}`]
}

function keysOfAddress(address: Address): string[] {
  const { language } = address
  switch (address.kind) {
    case 'front':
      return [siteKey, `front:${language}`]
    case 'latest':
      return [siteKey, keyOfList(address)]
    case 'section':
    case 'series':
    case 'topic':
    case 'author':
      return [siteKey, keyOfList(address)]
    case 'archive':
      return [siteKey, keyOfList(address.of)]
    case 'month':
      return [siteKey, monthKey(address.of, address.month)]
    case 'day':
      return [siteKey, monthKey(address.of, address.day.slice(0, 7))]
    case 'on-this-day':
      return [siteKey, todayKey]
    case 'most-read':
      return [siteKey, mostReadKey(language)]
    case 'page':
    case 'story':
    case 'message':
    case 'message-send':
    case 'message-thanks':
    case 'consent':
      return [siteKey, `address:${pathOf(address)}`]
    case 'live':
      return [`address:${pathOf(address.of)}`]
    case 'live-entry':
      return [siteKey, `address:${pathOf(address.of)}`]
    case 'search':
    case 'search-suggest':
      return [siteKey, searchKey(language)]
    case 'feed':
      return keysOfAddress(address.of)
    case 'feeds':
      return [siteKey, termsKey]
    case 'search-description':
      return [siteKey]
    case 'sitemap':
      return [sitemapKey(language, address.month)]
    case 'sitemap-pages':
      // Each names the same page in the other languages, if that has anything to show.
      return [siteKey, termsKey, ...languageCodes.map((code) => sitemapKey(code))]
    case 'sitemap-news':
      return [siteKey, sitemapKey(language)]
    default:
      return unreachable(address)
  }
}

/** The facts of an article that decide which pages show it. */
export type ArticleFacts = {
  id: number | string
  language: Language
  /** Null while it has no slug or no date. */
  path: string | null
  /** ISO 8601; null while it has none. */
  publishedAt: string | null
  /** Whether readers may see it, now or when its time comes. */
  live: boolean
  /** The same story in other languages: their pages, cards and sitemaps say that this one exists. */
  editions: readonly Pick<ArticleFacts, 'id' | 'language' | 'publishedAt'>[]
  section: string | null
  series: string | null
  topics: readonly string[]
  authors: readonly string[]
}

/** Every list that an article stands in. */
function listsOf({ language, section, series, topics, authors }: ArticleFacts): ListAddress[] {
  return [
    { kind: 'latest', language },
    ...(section ? [{ kind: 'section' as const, language, slug: section }] : []),
    ...(series ? [{ kind: 'series' as const, language, slug: series }] : []),
    ...topics.map((slug) => ({ kind: 'topic' as const, language, slug })),
    ...authors.map((slug) => ({ kind: 'author' as const, language, slug })),
  ]
}

/** Keys of every list that an article stands in. */
export const listKeysOf = (facts: ArticleFacts): string[] => listsOf(facts).map(keyOfList)

/** What an entry touches that comes to a live story, changes or goes. Its cards say nothing of entries. */
export const keysTouchedByEntries = ({ id, language, publishedAt }: ArticleFacts): string[] => [
  liveKey(id),
  searchKey(language),
  sitemapKey(language),
  ...(publishedAt ? [sitemapKey(language, monthOf(publishedAt))] : []),
]

/** What a change of an article touches. `before` is null for a new one, `after` for a deleted one. */
export function keysTouchedBy(before: ArticleFacts | null, after: ArticleFacts | null): string[] {
  const seen = [before, after].filter((facts) => facts?.live === true)
  const keys = new Set<string>()
  for (const facts of seen) {
    if (!facts) continue
    keys.add(documentKey('articles', facts.id))
    keys.add(`front:${facts.language}`)
    if (facts.path) keys.add(`address:${facts.path}`)
    keys.add(sitemapKey(facts.language))
    keys.add(searchKey(facts.language))
    for (const { language, publishedAt } of [facts, ...facts.editions])
      if (publishedAt) keys.add(sitemapKey(language, monthOf(publishedAt)))
    for (const edition of facts.editions) keys.add(documentKey('articles', edition.id))
    for (const of of listsOf(facts)) {
      keys.add(keyOfList(of))
      if (facts.publishedAt) keys.add(monthKey(of, monthOf(facts.publishedAt)))
    }
    if (facts.publishedAt)
      keys.add(anniversaryKey(facts.language, dayOf(facts.publishedAt).slice(5)))
  }
  return [...keys]
}

/** A withdrawal must not be served again, not even stale: the story was live and no longer is. */
export const isWithdrawal = (before: ArticleFacts | null, after: ArticleFacts | null): boolean =>
  before?.live === true && after?.live !== true
