import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Dispatcher } from 'undici'
import { factsOf, type Language } from '../../lib/languages.ts'
import { keysOf, siteKey } from '../../lib/purge-keys.ts'
import { freshSeconds, lifetimeOf, type PageKind, sharedDirectives } from '../cache/lifetimes.ts'
import { makePage, type Page } from '../cache/page.ts'
import {
  barePolicy,
  commonHeaders,
  documentHeaders,
  readerPolicy,
} from '../http/security-headers.ts'
import { speculationHeader } from '../http/speculation.ts'
import type { Inside } from '../inside/inside.ts'
import { namingErrors, pathOfUrl } from '../inside/request.ts'
import type { Pulse } from '../renderer/pulse.ts'
import { type Gate, Unavailable } from './gate.ts'
import { type Answer, interpret, type Rendered } from './interpret.ts'
import { readText, type Site, type Upstream } from './upstream.ts'

/** What is to be rendered. */
export type Wanted = {
  path: string
  kind: PageKind
  /** Null for what is in no language. */
  language: Language | null
  /** Of who asks first; undefined when nobody does. */
  requestId?: string | undefined
}

export type Renders = {
  upstream: Upstream
  gate: Gate
  /** How renders of pages come out. */
  pulse: Pick<Pulse, 'beat' | 'miss'>
  site: Site
  log: Logger
  inside: Inside
  /** Whether pages are kept at all; not in development. */
  keeps: boolean
  /** ms for one render, from when the request is sent to the last byte. */
  timeout: number
}

/** ms to wait for a renderer that is starting again. */
const patience = 2000
/** ms in which a death becomes known after the connection broke. */
const afterDeath = 50
const largestPage = 8 * 1024 * 1024
/** Of the sitemap protocol. */
const largestSitemap = 50 * 1024 * 1024
/** ms for a sitemap, which may hold 50,000 addresses. */
const sitemapTimeout = 60_000
const isSitemap = (kind: PageKind): boolean => kind.startsWith('sitemap')
/** What programs poll, and ask for by date as often as by ETag. */
const isDated = (kind: PageKind): boolean =>
  kind === 'feed' || kind === 'site-file' || isSitemap(kind)

/**
 * Asks the renderer for a page and makes of it what is kept.
 * @throws {Unavailable} when the renderer is not there, is too slow, or has no page to give.
 */
export async function renderPage(
  renders: Renders,
  wanted: Wanted,
  begin: () => void,
): Promise<Page> {
  return namingErrors(wanted.requestId, render(renders, wanted, begin))
}

async function render(renders: Renders, wanted: Wanted, begin: () => void): Promise<Page> {
  const answer = await inTurn(renders, begin, (dispatcher) => answerOf(renders, wanted, dispatcher))
  if (!answer.hasNote && answer.status < 400)
    renders.log.warn(
      { request: wanted.requestId, path: pathOfUrl(wanted.path) },
      'a page names no keys: it will be purged by its address only',
    )
  return pageOf(renders, wanted, answer)
}

async function answerOf(renders: Renders, wanted: Wanted, dispatcher: Dispatcher): Promise<Answer> {
  try {
    const answer = interpret(await ask(renders, wanted, dispatcher), ownOrigins(renders))
    renders.pulse.beat()
    return answer
  } catch (error) {
    renders.pulse.miss(wanted.path)
    throw error
  }
}

/**
 * Asks when the gate lets it, and once more when the renderer died over it.
 * @param begin called whenever the question is put
 */
export async function inTurn<T>(
  renders: Renders,
  begin: () => void,
  question: (dispatcher: Dispatcher) => Promise<T>,
): Promise<T> {
  return await renders.gate.run(async () => {
    const dispatcher = await renders.upstream.dispatcher(patience)
    begin()
    try {
      return await question(dispatcher)
    } catch (error) {
      // A renderer that died takes its requests with it; the next one can answer them.
      await sleep(afterDeath)
      const next = await renders.upstream.dispatcher(patience)
      if (next === dispatcher) throw error
      begin()
      return question(next)
    }
  })
}

export const ownOrigins = ({ upstream, site }: Pick<Renders, 'upstream' | 'site'>): string[] => [
  upstream.origin,
  `${site.protocol}://${site.host}`,
]

async function ask(
  { site, timeout, inside }: Renders,
  { path, kind, requestId }: Wanted,
  dispatcher: Dispatcher,
): Promise<Rendered> {
  const began = performance.now()
  try {
    const { statusCode, headers, body } = await dispatcher.request({
      path,
      method: 'GET',
      headers: { ...headersOfEdge(site, requestId), accept: 'text/html, application/xml, */*' },
      signal: AbortSignal.timeout(isSitemap(kind) ? Math.max(timeout, sitemapTimeout) : timeout),
    })
    const most = isSitemap(kind) ? largestSitemap : largestPage
    const text = await readText(body, most)
    inside.rendered(kind, pathOfUrl(path), performance.now() - began)
    return { status: statusCode, headers, body: text }
  } catch (cause) {
    throw cause instanceof Unavailable
      ? cause
      : new Unavailable(`No page came: ${pathOfUrl(path)}`, { cause })
  }
}

/** Of every request that the edge makes by itself. */
export const headersOfEdge = (site: Site, requestId?: string): Record<string, string> => ({
  host: site.host,
  'x-forwarded-host': site.host,
  'x-forwarded-proto': site.protocol,
  'user-agent': 'ichongqing-edge',
  ...(requestId === undefined ? {} : { 'x-request-id': requestId }),
})

/** The kept form of an answer; also of one that will not be kept (`kind` with no lifetime). */
export async function pageOf(
  renders: Pick<Renders, 'site' | 'keeps'>,
  wanted: Wanted,
  answer: Answer,
): Promise<Page> {
  const ofKind = renders.keeps ? freshSeconds(wanted.kind, answer.status) : 0
  const seconds = Math.min(ofKind, answer.freshSeconds ?? ofKind)
  const ofAddress =
    wanted.kind === 'not-found' ? [siteKey] : keysOf(wanted.path.split('?')[0] ?? '')
  const keys = [...new Set([...ofAddress, ...answer.keys])].filter(isKey).toSorted()
  return makePage({
    status: answer.status,
    body: answer.body,
    headers: headersOf(answer, wanted.language, renders.site.https),
    cacheHeaders: cacheHeadersOf(seconds, keys),
    dated: answer.status === 200 && isDated(wanted.kind),
    keys,
    lifetime: lifetimeOf(answer.status, seconds),
  })
}

/** Surrogate-Key is a list parted by spaces: a key is one visible word. */
export const isKey = (key: string): boolean => /^[\x21-\x7e]{1,300}$/.test(key)

function headersOf(answer: Answer, language: Language | null, https: boolean): string[] {
  if (answer.location !== null) return ['Location', answer.location, ...commonHeaders(https)]
  const isHtml = answer.contentType.startsWith('text/html')
  return [
    'Content-Type',
    answer.contentType,
    ...(language === null ? [] : ['Content-Language', factsOf(language).tag]),
    'Content-Security-Policy',
    isHtml ? readerPolicy(answer.scriptHashes) : barePolicy(),
    ...answer.headers,
    ...(isHtml
      ? ['Speculation-Rules', speculationHeader, ...documentHeaders(https)]
      : commonHeaders(https)),
  ]
}

/** Readers ask again each time and mostly get a 304; a CDN that is purged by key may keep it. */
function cacheHeadersOf(seconds: number, keys: readonly string[]): string[] {
  if (seconds <= 0) return ['Cache-Control', 'private, no-store', 'Vary', 'Accept-Encoding']
  return [
    'Cache-Control',
    'public, max-age=0, must-revalidate',
    'CDN-Cache-Control',
    sharedDirectives(seconds),
    'Surrogate-Key',
    keys.join(' '),
    'Vary',
    'Accept-Encoding',
  ]
}
