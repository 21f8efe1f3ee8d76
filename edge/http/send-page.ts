import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { Variant } from '../cache/page.ts'
import type { How, Served } from '../cache/page-cache.ts'
import type { Kept } from '../cache/page-store.ts'
import { type Coding, codingFor } from './codings.ts'
import {
  type Conditions,
  conditionsOf,
  type Outcome,
  outcomeOf,
  refuseCondition,
} from './conditions.ts'

const decompress = promisify(gunzip)
/** The name of this cache in Cache-Status (RFC 9211). */
export const cacheName = 'iChongqing'

/** A page that was fresh in the store. Nothing is built but the two headers of this second. */
export function sendHit(req: IncomingMessage, res: ServerResponse, kept: Kept, now: number): void {
  const wants = wantsOf(req)
  const variant = wants.coding === 'br' ? kept.page.br : kept.page.gzip
  tellMoment(kept, variant, now)
  if (wants.coding === 'identity' && isCoded(kept))
    void sendIdentity(res, kept, variant.head, variant.headNotModified, wants)
  else send(res, kept, variant, wants)
}

/** Gives the heads of a page that is fresh their Age and Cache-Status of this second. */
export function tellMoment(kept: Kept, variant: Variant, now: number): void {
  const age = Math.floor((now - kept.renderedAt) / 1000)
  if (variant.age === age) return
  variant.age = age
  const status = statusText(kept, 'hit', now)
  setMoment(variant.head, age, status)
  setMoment(variant.headNotModified, age, status)
}

/** A page however it came. `replaced` headers take the place of the page's own of that name. */
export async function sendPage(
  req: IncomingMessage,
  res: ServerResponse,
  { kept, how }: Served,
  now: number,
  replaced: Readonly<Record<string, string>> = {},
): Promise<void> {
  const wants = wantsOf(req)
  const variant = wants.coding === 'br' ? kept.page.br : kept.page.gzip
  // A stale page must not settle in a CDN for an hour because its lifetime says so.
  const changes = isStale(how) ? { 'CDN-Cache-Control': 'max-age=5', ...replaced } : replaced
  const age = Math.max(0, Math.floor((now - kept.renderedAt) / 1000))
  const ofNow = (pairs: readonly string[]): string[] => {
    const copy = withReplaced(pairs, changes)
    setMoment(copy, age, statusText(kept, how, now))
    return copy
  }
  const head = ofNow(variant.head)
  const headNotModified = ofNow(variant.headNotModified)
  if (wants.coding === 'identity' && isCoded(kept))
    await sendIdentity(res, kept, head, headNotModified, wants)
  else send(res, kept, { ...variant, head, headNotModified }, wants)
}

function send(res: ServerResponse, kept: Kept, variant: Omit<Variant, 'age'>, wants: Wants): void {
  const { head, headNotModified, body, etag } = variant
  const outcome = outcomeFor(kept, wants, etag)
  if (outcome === 'unchanged') res.writeHead(304, headNotModified).end()
  else if (outcome === 'failed' && etag !== null) refuseCondition(res, etag)
  else res.writeHead(kept.page.status, head).end(body)
}

/** For the few clients that take no coding: decompressed for each of them rather than kept. */
async function sendIdentity(
  res: ServerResponse,
  kept: Kept,
  codedHead: readonly string[],
  codedNotModified: readonly string[],
  wants: Wants,
): Promise<void> {
  const etag = kept.page.gzip.etag?.replace(/-gz"$/, '"') ?? null
  const tagged = { ETag: etag ?? '' }
  const head = withReplaced(codedHead.filter(isNotCoding), tagged)
  const notModified = withReplaced(codedNotModified, tagged)
  const isSent = outcomeFor(kept, wants, etag) === 'send'
  const body = isSent ? await decompress(kept.page.gzip.body) : kept.page.gzip.body
  const variant = {
    body,
    etag,
    head: withReplaced(head, { 'Content-Length': String(body.length) }),
    headNotModified: notModified,
  }
  send(res, kept, variant, wants)
}

const isNotCoding = (_: string, index: number, all: readonly string[]): boolean =>
  all[index - (index % 2)] !== 'Content-Encoding'

/** Pictures and answers without content are kept as they are. */
export const isCoded = ({ page }: Kept): boolean => page.br !== page.gzip

const isStale = (how: How): boolean => how === 'stale' || how === 'stale-if-error'

function withReplaced(
  head: readonly string[],
  changes: Readonly<Record<string, string>>,
): string[] {
  const copy = [...head]
  for (const [name, value] of Object.entries(changes)) {
    const at = copy.indexOf(name)
    if (at >= 0) copy[at + 1] = value
  }
  return copy
}

function setMoment(head: string[], age: number, status: string): void {
  head[head.length - 3] = String(age)
  head[head.length - 1] = status
}

function statusText(kept: Kept, how: How, now: number): string {
  const ttl = Math.ceil((kept.freshUntil - now) / 1000)
  const isKept = kept.page.lifetime.freshMs > 0
  const stored = isKept ? `; stored; ttl=${ttl}` : ''
  switch (how) {
    case 'hit':
      return `${cacheName}; hit; ttl=${ttl}`
    case 'stale':
      return `${cacheName}; hit; ttl=${ttl}; detail=stale`
    case 'stale-if-error':
      return `${cacheName}; fwd=stale; detail=stale-if-error`
    case 'miss':
      return `${cacheName}; fwd=miss${stored}`
    case 'refresh':
      return `${cacheName}; fwd=stale${stored}`
    case 'collapsed':
      return `${cacheName}; fwd=miss; collapsed${stored}`
  }
}

/** What of a request decides how a page is sent. */
export type Wants = Conditions & { coding: Coding }

const wantsOf = ({ headers }: IncomingMessage): Wants => ({
  coding: codingFor(headers['accept-encoding']),
  ...conditionsOf(headers),
})

/**
 * What becomes of a request for a page, by its conditions. They are for successful answers only (RFC 9110,
 * 13.2.1): a 404 stays a 404.
 * @param etag of the coding that is wanted
 */
export function outcomeFor({ page }: Kept, wants: Wants, etag: string | null): Outcome {
  if (page.status !== 200 || etag === null) return 'send'
  return outcomeOf(wants, { etag, modifiedAt: page.modifiedAt })
}
