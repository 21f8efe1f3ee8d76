import type { Metadata } from 'next'
import { factsOf, type Language } from '../languages.ts'
import type { SwitchTarget } from '../reading/types.ts'

type Head = {
  title: string
  description: string | null
  /** Of the page, as in its address. */
  path: string
  language: Language
  /** Counterparts; only those that are the same page in another language are announced. */
  switches: readonly SwitchTarget[]
  siteUrl: string
  /** Pages without lasting content stay out of search engines. */
  indexed?: boolean
  feed?: string | null
}

/**
 * Title, description, canonical address and hreflang of a page: reciprocal, absolute, with itself among
 * them, and only for editions that exist.
 */
export function metadataOf(head: Head): Metadata {
  const { title, description, path, language, switches, siteUrl, indexed = true, feed } = head
  const absolute = (to: string) => new URL(to, siteUrl).href
  const editions = [
    { language, href: path },
    ...switches.filter(({ same }) => same).map(({ language, href }) => ({ language, href })),
  ]
  const languages = Object.fromEntries(
    editions.map((edition) => [factsOf(edition.language).tag, absolute(edition.href)]),
  )
  return {
    title,
    icons: { icon: { url: '/icon.svg', type: 'image/svg+xml' } },
    ...(description && { description }),
    alternates: {
      canonical: absolute(path),
      ...(indexed && editions.length > 1 && { languages }),
      ...(feed && { types: { 'application/rss+xml': absolute(feed) } }),
    },
    robots: indexed
      ? { index: true, follow: true, 'max-image-preview': 'large' }
      : { index: false, follow: true },
  }
}
