import CachePolicy from 'http-cache-semantics'
import type { Address } from '../../lib/urls.ts'

const minute = 60
const hour = 60 * minute
const day = 24 * hour

/**
 * What an answer is, as far as its lifetime goes: the kind of its address, a file of the whole site, or
 * what has no address.
 */
export type PageKind = Address['kind'] | 'site-file' | 'not-found' | 'drawing'

/** Seconds for which a page is fresh. Changes purge it earlier; this only bounds what no purge reports. */
const freshSecondsOf: Record<PageKind, number> = {
  front: 5 * minute,
  latest: 5 * minute,
  section: 5 * minute,
  archive: hour,
  month: hour,
  day: hour,
  // A day begins, and lists change: a CDN that is not told finds out by itself.
  'on-this-day': 5 * minute,
  'most-read': 5 * minute,
  series: 5 * minute,
  topic: 5 * minute,
  author: 5 * minute,
  feed: 5 * minute,
  feeds: hour,
  search: 5 * minute,
  'search-suggest': 5 * minute,
  'search-description': hour,
  sitemap: hour,
  'sitemap-pages': hour,
  // Stories leave it by their age, which nothing reports.
  'sitemap-news': 5 * minute,
  'site-file': hour,
  story: hour,
  // Asked every few seconds by every open page: where a CDN stands in front and is not told of purges,
  // updates are late by so much.
  live: 5,
  'live-entry': hour,
  page: hour,
  message: hour,
  'message-thanks': hour,
  'message-send': 0,
  consent: 0,
  'not-found': minute,
  drawing: day,
}

/** Seconds of freshness of an answer; 0 when it must not be kept. */
export function freshSeconds(kind: PageKind, status: number): number {
  if (status === 404) return minute
  if (status === 410 || status === 301 || status === 308) return 10 * minute
  return status === 200 ? freshSecondsOf[kind] : 0
}

const staleWhileRevalidate = day
const staleIfError = 7 * day

/** Cache directives of a page that is fresh for so many seconds (RFC 9111, RFC 5861). */
export const sharedDirectives = (seconds: number): string =>
  `max-age=${seconds}, stale-while-revalidate=${staleWhileRevalidate}, stale-if-error=${staleIfError}`

export type Lifetime = {
  /** Fresh for so long, ms from when it was rendered; 0: not to be kept. */
  freshMs: number
  /** Served at once while a new one is rendered, ms. */
  whileRevalidateMs: number
  /** Served when no new one can be had, ms. */
  ifErrorMs: number
}

/** Lifetime by http-cache-semantics, of an answer that came now. */
export function lifetimeOf(status: number, seconds: number): Lifetime {
  const policy = new CachePolicy(
    { method: 'GET', url: '/', headers: {} },
    { status, headers: { 'cache-control': `public, s-maxage=${seconds}, ${staleDirectives}` } },
  )
  if (seconds <= 0 || !policy.storable()) return { freshMs: 0, whileRevalidateMs: 0, ifErrorMs: 0 }
  const freshMs = policy.maxAge() * 1000
  return {
    freshMs,
    whileRevalidateMs: freshMs + staleWhileRevalidate * 1000,
    ifErrorMs: policy.timeToLive(),
  }
}
const staleDirectives = `stale-while-revalidate=${staleWhileRevalidate}, stale-if-error=${staleIfError}`
