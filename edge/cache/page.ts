import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Lifetime } from './lifetimes.ts'

const compressBrotli = promisify(brotliCompress)
const compressGzip = promisify(gzip)

/** One coding of a page, ready to be written. */
export type Variant = {
  body: Buffer
  /** Strong, of this coding alone (RFC 9110, 8.8.3.3); null for answers without content. */
  etag: string | null
  /**
   * Flat pairs of a 200 (or whatever the status is). The last two are Age and Cache-Status; before them
   * stands Last-Modified, if the page is dated.
   */
  head: string[]
  /** Flat pairs of a 304; they end alike. */
  headNotModified: string[]
  /** Age in seconds that both heads say now; -1 before the first. */
  age: number
}

/** An answer to readers as it is kept: every coding, every header but those of the moment. */
export type Page = {
  status: number
  /** The same variant twice when nothing is coded: no content, or a picture. */
  br: Variant
  gzip: Variant
  /** When its content was first seen, whole seconds in ms since the epoch; null when it says no date. */
  modifiedAt: number | null
  /** Surrogate keys, sorted. */
  keys: readonly string[]
  lifetime: Lifetime
  /** Memory that it takes, bytes; approximate. */
  bytes: number
}

export type PageParts = {
  status: number
  /** Empty for redirects. */
  body: string
  /** Of the document: type, language, policies, Location. Flat pairs. */
  headers: readonly string[]
  /** Cache-Control, CDN-Cache-Control, Vary, Surrogate-Key: said in a 304 again. Flat pairs. */
  cacheHeaders: readonly string[]
  /** Whether it says Last-Modified. */
  dated?: boolean
  keys: readonly string[]
  lifetime: Lifetime
}

/** Compresses once for all readers. Quality 6 of brotli: a few ms for a page, off the main thread. */
export async function makePage(parts: PageParts): Promise<Page> {
  const { status, keys, lifetime } = parts
  if (parts.body === '') {
    const bare = variant(parts, null, Buffer.alloc(0), null)
    return {
      status,
      br: bare,
      gzip: bare,
      modifiedAt: null,
      keys,
      lifetime,
      bytes: weight(parts, 0),
    }
  }
  const content = Buffer.from(parts.body)
  const [br, gz] = await Promise.all([
    compressBrotli(content, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 6,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      },
    }),
    compressGzip(content, { level: 6 }),
  ])
  // The headers are part of it: a browser that gets a 304 keeps the policy of the earlier answer.
  const tag = createHash('sha256')
    .update(content)
    .update(parts.headers.join('\n'))
    .digest('base64url')
    .slice(0, 22)
  return {
    status,
    br: variant(parts, 'br', br, `"${tag}-br"`),
    gzip: variant(parts, 'gzip', gz, `"${tag}-gz"`),
    modifiedAt: parts.dated ? 0 : null,
    keys,
    lifetime,
    bytes: weight(parts, br.length + gz.length),
  }
}

/** A picture: kept and sent as it is. */
export function makePicture(parts: Omit<PageParts, 'body'> & { body: Buffer }): Page {
  const { status, keys, lifetime, body } = parts
  const tag = createHash('sha256').update(body).digest('base64url').slice(0, 22)
  const bare = variant(parts, null, body, `"${tag}"`)
  const bytes = weight(parts, body.length)
  return { status, br: bare, gzip: bare, modifiedAt: null, keys, lifetime, bytes }
}

function variant(
  parts: Omit<PageParts, 'body'>,
  coding: string | null,
  body: Buffer,
  etag: string | null,
): Variant {
  const tagged = etag === null ? [] : ['ETag', etag]
  const dated = parts.dated ? ['Last-Modified', ''] : []
  const moment = [...dated, 'Age', '0', 'Cache-Status', '']
  return {
    body,
    etag,
    head: [
      ...parts.headers,
      ...parts.cacheHeaders,
      ...tagged,
      ...(coding === null ? [] : ['Content-Encoding', coding]),
      'Content-Length',
      String(body.length),
      ...moment,
    ],
    headNotModified: [...parts.cacheHeaders, ...tagged, ...moment],
    age: -1,
  }
}

/**
 * Gives a dated page its Last-Modified (RFC 9110, 8.8.2): that of the one before it while the content is
 * the same, else now. No date within the content would do: a story that is withdrawn leaves a feed with an
 * older newest story, and whoever asks by date must get it all the same. Two contents within a second are
 * told apart by a second.
 * @param now ms since the epoch
 */
export function dateContent(page: Page, before: Page | undefined, now: number): void {
  if (page.modifiedAt === null) return
  const earlier = before?.modifiedAt ?? null
  const second = Math.floor(now / 1000) * 1000
  const isSame = earlier !== null && before?.br.etag === page.br.etag
  page.modifiedAt = isSame ? earlier : Math.max(second, (earlier ?? 0) + 1000)
  const date = new Date(page.modifiedAt).toUTCString()
  for (const { head, headNotModified } of [page.br, page.gzip])
    for (const pairs of [head, headNotModified]) pairs[pairs.indexOf('Last-Modified') + 1] = date
}

/** Bodies, two heads whose strings are mostly shared, and a place in the index for each key. */
const weight = (parts: Omit<PageParts, 'body'>, bodies: number): number =>
  bodies + 3000 + parts.headers.join('').length + parts.keys.length * 120
