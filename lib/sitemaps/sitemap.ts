import { escaped } from '../feeds/safe-text.ts'
import { factsOf, isChinese, type Language, languageCodes } from '../languages.ts'

/** Limits of the sitemap protocol (sitemaps.org/protocol.html), for one file. */
export const mostAddresses = 50_000
export const mostBytes = 50 * 1024 * 1024

export type SitemapEntry = {
  /** Its own edition among them; only those that exist. */
  editions: readonly { language: Language; path: string }[]
  language: Language
  path: string
  /** When what it shows last changed; null when that is not known. */
  modified: Date | null
  /** Path of a picture. */
  image?: string | null
  /** Path for readers who speak none of its languages, when it is none of its editions. */
  chooser?: string
  news?: { publication: string; title: string; published: Date }
}

export const sitemapHead =
  '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"' +
  ' xmlns:xhtml="http://www.w3.org/1999/xhtml"' +
  ' xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"' +
  ' xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">\n'
export const sitemapEnd = '</urlset>\n'

/** One `<url>`: address, time of change, its editions (hreflang, with `x-default`), picture, news. */
export function sitemapUrl(entry: SitemapEntry, siteUrl: string): string {
  const { path, modified, image, news } = entry
  const absolute = (to: string) => escaped(siteUrl + to)
  const lines = [
    `<loc>${absolute(path)}</loc>`,
    modified && `<lastmod>${modified.toISOString()}</lastmod>`,
    ...alternates(entry).map(
      ([tag, to]) => `<xhtml:link rel="alternate" hreflang="${tag}" href="${absolute(to)}"/>`,
    ),
    news && newsOf(news, entry.language),
    image && `<image:image><image:loc>${absolute(image)}</image:loc></image:image>`,
  ]
  return `<url>${lines.filter(Boolean).join('')}</url>\n`
}

/**
 * An address that is in one language only has none. `x-default`, for readers who speak none of them, is
 * the edition in the first of the portal's languages that has one: every edition names the same.
 */
function alternates({ editions, chooser }: SitemapEntry): [tag: string, path: string][] {
  if (editions.length < 2) return []
  const sorted = languageCodes.flatMap((code) => editions.find((e) => e.language === code) ?? [])
  const tagged = sorted.map(({ language, path }): [string, string] => [factsOf(language).tag, path])
  const [first] = sorted
  const byDefault = chooser ?? first?.path
  return byDefault ? [...tagged, ['x-default', byDefault]] : tagged
}

/** Google's names of languages in news sitemaps: ISO 639, but `zh-cn` for Simplified Chinese. */
const newsLanguage = (language: Language): string =>
  isChinese(language) ? 'zh-cn' : factsOf(language).tag

const newsOf = (
  { publication, title, published }: NonNullable<SitemapEntry['news']>,
  language: Language,
): string =>
  `<news:news><news:publication><news:name>${escaped(publication)}</news:name>` +
  `<news:language>${newsLanguage(language)}</news:language></news:publication>` +
  `<news:publication_date>${published.toISOString()}</news:publication_date>` +
  `<news:title>${escaped(title)}</news:title></news:news>`

/** The longest path of a story, `/en/2023/11/10/` and 96 characters, with room for longer codes. */
const longestPath = 116
const longestImagePath = 64

/**
 * How many stories one file takes: as many as the protocol allows, fewer where the longest entries that
 * could be would make it larger than that in bytes. It depends on the site's name alone, so that a story
 * is in the file where the index says.
 */
export function storiesPerFile(siteUrl: string): number {
  const path = 'a'.repeat(longestPath)
  const longest = sitemapUrl(
    {
      language: 'en',
      path,
      modified: new Date(0),
      editions: languageCodes.map((language) => ({ language, path })),
      image: 'a'.repeat(longestImagePath),
    },
    siteUrl,
  )
  const fitting = Math.floor((mostBytes - 1024) / Buffer.byteLength(longest))
  return Math.min(mostAddresses, fitting)
}

/** The sitemap index: every file, with when something in it last changed. */
export function sitemapIndex(
  files: readonly { path: string; modified: Date | null }[],
  siteUrl: string,
): string {
  const entries = files.map(({ path, modified }) => {
    const changed = modified ? `<lastmod>${modified.toISOString()}</lastmod>` : ''
    return `<sitemap><loc>${escaped(siteUrl + path)}</loc>${changed}</sitemap>\n`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('')}</sitemapindex>\n`
}

/** The last of the times of change; null when none is known. */
export const newestOf = (entries: readonly { modified: Date | null }[]): Date | null =>
  entries.reduce<Date | null>(
    (newest, { modified }) => (modified && (!newest || modified > newest) ? modified : newest),
    null,
  )
