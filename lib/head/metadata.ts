import type { Metadata } from 'next'
import type { Drawing } from '../drawings/spec.ts'
import { feedAlternates } from '../feeds/addresses.ts'
import { defaultLanguage, factsOf, type Language } from '../languages.ts'
import type { StoryPage, SwitchTarget } from '../reading/types.ts'
import { parseAddress } from '../urls.ts'

/** What Open Graph says of a story, beside what it says of every page. */
export type SharedArticle = {
  /** ISO 8601, UTC. */
  publishedAt: string
  updatedAt: string | null
  section: string
  topics: readonly string[]
  /** Paths of the authors' pages. */
  authors: readonly string[]
}

export type Head = {
  /** As the browser's tab shows it: with the site's name. */
  title: string
  /** As other sites show it: without. */
  sharedTitle: string
  description: string | null
  sharedDescription?: string | null
  siteName: string
  /** Of the page, as in its address. */
  path: string
  language: Language
  /** Counterparts; only those that are the same page in another language are announced. */
  switches: readonly SwitchTarget[]
  siteUrl: string
  /** Pages without lasting content stay out of search engines; what is told in another place too. */
  indexed?: boolean
  /** Path of its RSS feed; the JSON feed beside it is announced with it. */
  feed?: string | null
  /** What other sites show beside a link to the page, the first before the others. */
  drawings?: readonly Drawing[]
  article?: SharedArticle
  /** Film and audio version of a story: other sites may play what is a file of ours. */
  recordings?: Pick<StoryPage, 'film' | 'audio'>
}

/** Paths of the page in every language that has it, itself first. */
const editionsOf = ({ language, path, switches }: Head) => [
  { language, href: path },
  ...switches.filter(({ same }) => same).map(({ language, href }) => ({ language, href })),
]

/**
 * Head of a page: title, description, canonical address, hreflang (reciprocal, absolute, with itself
 * among them, only for editions that exist), Open Graph and Twitter card.
 */
export function metadataOf(head: Head): Metadata {
  const { title, description, path, siteUrl, indexed = true, feed } = head
  const absolute = (to: string) => new URL(to, siteUrl).href
  const languages = hreflang(editionsOf(head), absolute)
  return {
    title,
    icons: {
      icon: [
        { url: '/favicon.ico', sizes: '32x32' },
        { url: '/icon.svg', type: 'image/svg+xml' },
      ],
      apple: { url: '/apple-touch-icon.png', sizes: '180x180' },
    },
    manifest: '/manifest.webmanifest',
    ...(description && { description }),
    alternates: {
      canonical: absolute(path),
      ...(indexed && languages && { languages }),
      ...(feed && { types: feedTypes(feed, siteUrl) }),
    },
    robots: indexed
      ? { index: true, follow: true, 'max-image-preview': 'large' }
      : { index: false, follow: true },
    ...((indexed || head.article) && shared(head, absolute)),
  }
}

function feedTypes(feed: string, siteUrl: string): Record<string, string> {
  const address = parseAddress(feed)
  if (address?.kind !== 'feed') return {}
  return Object.fromEntries(
    feedAlternates(address.of, siteUrl).map(({ type, href }) => [type, href]),
  )
}

type Edition = { language: Language; href: string }
type Absolute = (path: string) => string

/** Null for a page that one language alone has: there is no alternate to announce. */
function hreflang(editions: readonly Edition[], absolute: Absolute): Record<string, string> | null {
  const [own] = editions
  if (!own || editions.length < 2) return null
  const byDefault = editions.find(({ language }) => language === defaultLanguage) ?? own
  // The front pages have an address that chooses between them.
  const chooser = own.href === `/${own.language}` ? '/' : byDefault.href
  return {
    ...Object.fromEntries(
      editions.map(({ language, href }) => [factsOf(language).tag, absolute(href)]),
    ),
    'x-default': absolute(chooser),
  }
}

/** The Open Graph protocol (ogp.me) and Twitter's card, which falls back on it. */
function shared(head: Head, absolute: Absolute): Pick<Metadata, 'openGraph' | 'twitter'> {
  const { sharedTitle: title, siteName, path, language, article } = head
  const description = head.sharedDescription ?? head.description
  const images = (head.drawings ?? []).map(({ path: drawing, ...facts }) => ({
    url: absolute(drawing),
    ...facts,
  }))
  const others = editionsOf(head).slice(1)
  const common = {
    title,
    ...(description && { description }),
    url: absolute(path),
    siteName,
    locale: factsOf(language).openGraph,
    ...(others.length > 0 && {
      alternateLocale: others.map((edition) => factsOf(edition.language).openGraph),
    }),
    ...(images.length > 0 && { images }),
    ...played(head.recordings, absolute),
  }
  return {
    openGraph: article
      ? {
          ...common,
          type: 'article',
          publishedTime: article.publishedAt,
          modifiedTime: article.updatedAt ?? article.publishedAt,
          section: article.section,
          tags: [...article.topics],
          authors: article.authors.map(absolute),
        }
      : { ...common, type: 'website' },
    twitter: {
      card: 'summary_large_image',
      title,
      ...(description && { description }),
      ...(images[0] && { images: [images[0]] }),
    },
  }
}

function played(recordings: Head['recordings'], absolute: Absolute) {
  const film = recordings?.film?.source
  const audio = recordings?.audio?.source
  return {
    ...(film?.kind === 'file' && {
      videos: [{ url: absolute(film.path), type: film.type, ...film.size }],
    }),
    ...(audio?.kind === 'file' && { audio: [{ url: absolute(audio.path), type: audio.type }] }),
  }
}
