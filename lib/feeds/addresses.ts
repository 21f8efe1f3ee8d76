import { languageCodes } from '../languages.ts'
import { type FeedFormat, feedFormats, type ListAddress, pathOf } from '../urls.ts'

/** Media types: RSS by custom, JSON Feed by its specification. */
export const feedTypes = {
  rss: 'application/rss+xml',
  json: 'application/feed+json',
} as const satisfies Record<FeedFormat, string>

export type FeedAlternate = { type: (typeof feedTypes)[FeedFormat]; href: string }

/** The feeds of a list, absolute, for `<link rel="alternate">` of its page: RSS first. */
export const feedAlternates = (of: ListAddress, siteUrl: string): FeedAlternate[] =>
  feedFormats.map((format) => ({
    type: feedTypes[format],
    href: new URL(pathOf({ kind: 'feed', language: of.language, of, format }), siteUrl).href,
  }))

const kinds = ['section', 'series', 'topic', 'author'] as const

/** The list that a surrogate key stands for; null when it stands for something else. */
function listOfKey(key: string): ListAddress | null {
  const [kind = '', code = '', slug] = key.split(':')
  const language = languageCodes.find((known) => known === code)
  if (!language) return null
  if (slug === undefined) return kind === 'latest' ? { kind, language } : null
  const term = kinds.find((name) => name === kind)
  return term ? { kind: term, language, slug } : null
}

/** Absolute addresses of the feeds that a change of these surrogate keys touches, each once. */
export const feedsTouchedBy = (keys: readonly string[], siteUrl: string): string[] => [
  ...new Set(
    keys.flatMap((key) => {
      const list = listOfKey(key)
      return list ? feedAlternates(list, siteUrl).map(({ href }) => href) : []
    }),
  ),
]
