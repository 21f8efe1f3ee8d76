import { type ArchiveAddress, archivePath, parseArchive } from './archive/addresses.ts'
import { isDay } from './archive/calendar.ts'
import { isLanguage, type Language } from './languages.ts'

/** The pages whose text the newsroom writes in the collection `pages`. */
export const staticPages = [
  'about',
  'contact',
  'privacy',
  'cookies',
  'terms',
  'corrections',
  'ownership',
] as const
export type StaticPage = (typeof staticPages)[number]

/** Lists of stories that have an address of their own and a feed beside it. */
export type ListAddress =
  | { kind: 'latest'; language: Language }
  | { kind: 'section'; language: Language; slug: string }
  | { kind: 'series'; language: Language; slug: string }
  | { kind: 'topic'; language: Language; slug: string }
  | { kind: 'author'; language: Language; slug: string }

/** Kinds of lists by the collection that the newsroom keeps them in, and the reverse. */
export const kindOfCollection = {
  sections: 'section',
  series: 'series',
  topics: 'topic',
  people: 'author',
} as const
export const collectionOfKind = {
  section: 'sections',
  series: 'series',
  topic: 'topics',
  author: 'people',
} as const
/** What stories are sorted by. */
export type Taxonomy = keyof typeof kindOfCollection

export type StoryAddress = {
  kind: 'story'
  language: Language
  /** The day of publication in Chongqing: `2023`, `11`, `10`. */
  year: string
  month: string
  day: string
  slug: string
}

/** Every address that a reader can open. Each one is a promise: see ARCHITECTURE.md. */
export type Address =
  | { kind: 'front'; language: Language }
  | ListAddress
  | ArchiveAddress
  | { kind: 'on-this-day'; language: Language }
  | { kind: 'most-read'; language: Language }
  | StoryAddress
  /** What an open page of a live story asks: which entries there are. */
  | { kind: 'live'; language: Language; of: StoryAddress }
  /** An entry of a live story, with those before it. */
  | { kind: 'live-entry'; language: Language; of: StoryAddress; entry: number }
  | { kind: 'page'; language: Language; slug: StaticPage }
  | { kind: 'message'; language: Language }
  | { kind: 'message-send'; language: Language }
  | { kind: 'message-thanks'; language: Language }
  | { kind: 'consent'; language: Language }
  | { kind: 'feeds'; language: Language }
  | { kind: 'search'; language: Language }
  | { kind: 'search-suggest'; language: Language }
  | { kind: 'search-description'; language: Language }
  | { kind: 'feed'; language: Language; of: ListAddress; format: FeedFormat }
  | { kind: 'sitemap'; language: Language; month: string; part: number }
  | { kind: 'sitemap-pages'; language: Language }
  | { kind: 'sitemap-news'; language: Language }

/** RSS 2.0 and JSON Feed 1.1: the same stories. */
export const feedFormats = ['rss', 'json'] as const
export type FeedFormat = (typeof feedFormats)[number]

const families = { series: 'series', topics: 'topic', authors: 'author' } as const
const folders = { series: 'series', topic: 'topics', author: 'authors' } as const

/** What a section may not be called, because an address of the portal begins so. */
export const reservedSlugs: readonly string[] = [
  ...Object.keys(families),
  ...staticPages,
  'latest',
  'search',
  'message',
  'consent',
  'story',
  'feed.xml',
  'feed.json',
  'feeds',
  'sitemaps',
  'archive',
  'on-this-day',
  'most-read',
]

/** Latin letters and digits in words parted by single hyphens, 1 to 96 characters. */
export const isSlug = (value: string): boolean =>
  value.length <= 96 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value)

const feedNames = { rss: 'feed.xml', json: 'feed.json' } as const satisfies Record<
  FeedFormat,
  string
>
const sitemapName = /^(?<month>\d{4}-(?:0[1-9]|1[0-2]))(?:-(?<part>[2-9]|[1-9]\d{1,3}))?\.xml$/

/**
 * Reads a path (percent-decoded, without query) as an address; null when the portal has no such address.
 * Says nothing about whether a story or section of that name exists.
 */
export function parseAddress(path: string): Address | null {
  const [empty, language, ...rest] = path.split('/')
  if (empty !== '' || !isLanguage(language)) return null
  const format = feedFormats.find((name) => feedNames[name] === rest.at(-1))
  if (format) return feed(language, rest.slice(0, -1), format)
  if (rest[0] === 'sitemaps') return sitemap(language, rest.slice(1))
  if (rest.length === 0) return { kind: 'front', language }
  return (
    fixed(language, rest) ??
    list(language, rest) ??
    archive(language, rest) ??
    story(language, rest) ??
    live(language, rest)
  )
}

/** Whether a path is the address of a story, which need not exist. */
export const isStoryPath = (path: string): boolean => parseAddress(path)?.kind === 'story'

function feed(language: Language, parts: string[], format: FeedFormat): Address | null {
  if (parts.length === 0)
    return { kind: 'feed', language, of: { kind: 'latest', language }, format }
  const of = list(language, parts)
  // The feed of the latest stories has one address: `/en/feed.xml`.
  return of && of.kind !== 'latest' ? { kind: 'feed', language, of, format } : null
}

function sitemap(language: Language, [name = '', more]: string[]): Address | null {
  if (more !== undefined) return null
  if (name === 'pages.xml') return { kind: 'sitemap-pages', language }
  if (name === 'news.xml') return { kind: 'sitemap-news', language }
  const { month, part } = sitemapName.exec(name)?.groups ?? {}
  return month ? { kind: 'sitemap', language, month, part: Number(part ?? 1) } : null
}

function fixed(language: Language, parts: string[]): Address | null {
  const path = parts.join('/')
  if (path === 'feeds') return { kind: 'feeds', language }
  if (path === 'search') return { kind: 'search', language }
  if (path === 'search/suggest') return { kind: 'search-suggest', language }
  if (path === 'search/description.xml') return { kind: 'search-description', language }
  if (path === 'on-this-day' || path === 'most-read') return { kind: path, language }
  if (path === 'message') return { kind: 'message', language }
  if (path === 'message/send') return { kind: 'message-send', language }
  if (path === 'message/thanks') return { kind: 'message-thanks', language }
  if (path === 'consent') return { kind: 'consent', language }
  const page = staticPages.find((name) => name === path)
  return page ? { kind: 'page', language, slug: page } : null
}

function list(language: Language, parts: string[]): ListAddress | null {
  const [first = '', second, third] = parts
  if (third !== undefined) return null
  if (second === undefined) {
    if (first === 'latest') return { kind: 'latest', language }
    return isSlug(first) && !reservedSlugs.includes(first)
      ? { kind: 'section', language, slug: first }
      : null
  }
  if (!(first in families) || !isSlug(second)) return null
  return { kind: families[first as keyof typeof families], language, slug: second }
}

/** `archive` stands behind a list's own address, and alone for the whole portal. */
function archive(language: Language, parts: string[]): ArchiveAddress | null {
  const [first = '', second = ''] = parts
  if (first === 'archive') return parseArchive({ kind: 'latest', language }, parts.slice(1))
  const length = first in families ? 2 : 1
  const of = second === '' ? null : list(language, parts.slice(0, length))
  if (!of || of.kind === 'latest' || parts[length] !== 'archive') return null
  return parseArchive(of, parts.slice(length + 1))
}

function story(language: Language, parts: string[]): StoryAddress | null {
  const [year = '', month = '', day = '', slug = '', more] = parts
  if (more !== undefined || !isDay(`${year}-${month}-${day}`) || !isSlug(slug)) return null
  return { kind: 'story', language, year, month, day, slug }
}

/** Behind the address of a story: `live.json`, `updates/12`. */
function live(language: Language, parts: string[]): Address | null {
  const of = story(language, parts.slice(0, 4))
  const [name, entry, more] = parts.slice(4)
  if (!of || more !== undefined) return null
  if (name === 'live.json' && entry === undefined) return { kind: 'live', language, of }
  return name === 'updates' && entry && /^[1-9]\d{0,8}$/.test(entry)
    ? { kind: 'live-entry', language, of, entry: Number(entry) }
    : null
}

/** The path of an address, without a trailing slash: the inverse of `parseAddress`. */
export function pathOf(address: Address): string {
  const root = `/${address.language}`
  switch (address.kind) {
    case 'front':
      return root
    case 'latest':
      return `${root}/latest`
    case 'section':
      return `${root}/${address.slug}`
    case 'series':
    case 'topic':
    case 'author':
      return `${root}/${folders[address.kind]}/${address.slug}`
    case 'archive':
    case 'month':
    case 'day':
      return `${address.of.kind === 'latest' ? root : pathOf(address.of)}${archivePath(address)}`
    case 'on-this-day':
    case 'most-read':
      return `${root}/${address.kind}`
    case 'story':
      return `${root}/${address.year}/${address.month}/${address.day}/${address.slug}`
    case 'live':
      return `${pathOf(address.of)}/live.json`
    case 'live-entry':
      return `${pathOf(address.of)}/updates/${address.entry}`
    case 'page':
      return `${root}/${address.slug}`
    case 'message':
      return `${root}/message`
    case 'message-send':
      return `${root}/message/send`
    case 'message-thanks':
      return `${root}/message/thanks`
    case 'consent':
      return `${root}/consent`
    case 'feeds':
      return `${root}/feeds`
    case 'search':
      return `${root}/search`
    case 'search-suggest':
      return `${root}/search/suggest`
    case 'search-description':
      return `${root}/search/description.xml`
    case 'feed': {
      const { of, format } = address
      return `${of.kind === 'latest' ? root : pathOf(of)}/${feedNames[format]}`
    }
    case 'sitemap': {
      const { month, part } = address
      return `${root}/sitemaps/${part === 1 ? month : `${month}-${part}`}.xml`
    }
    case 'sitemap-pages':
      return `${root}/sitemaps/pages.xml`
    case 'sitemap-news':
      return `${root}/sitemaps/news.xml`
    default:
      return unreachable(address)
  }
}

/** The newsroom's clock: Chongqing keeps China Standard Time (UTC+8, no summer time). */
export const newsroomZone = 'Asia/Shanghai'
const zoneOffsetMs = 8 * 60 * 60 * 1000

/** The address of a story, from its moment of publication (any ISO 8601 time) and its slug. */
export function storyAddress(language: Language, publishedAt: string, slug: string): StoryAddress {
  const time = new Date(publishedAt).getTime()
  if (Number.isNaN(time)) throw new Error(`Not a time: ${publishedAt}`)
  const [year = '', month = '', day = ''] = new Date(time + zoneOffsetMs)
    .toISOString()
    .slice(0, 10)
    .split('-')
  return { kind: 'story', language, year, month, day, slug }
}

export const storyPath = (language: Language, publishedAt: string, slug: string): string =>
  pathOf(storyAddress(language, publishedAt, slug))

/** For exhaustive switches: reaching it is a fault of the program. */
export function unreachable(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`)
}
