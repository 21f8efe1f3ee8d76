import { codingFor } from '../http/codings.ts'
import { isHostField, mostFields } from '../http/malformed.ts'
import type { Wants } from '../http/send-page.ts'

/** What a request of the plainest form asks for. */
export type SimpleRequest = {
  path: string
  /** The Host field. */
  host: string
  wants: Wants
}

/** A request that was read whole. */
export type ReadRequest = {
  request: SimpleRequest
  /** As it came, and its header fields as one text. */
  text: string
  fields: string
  /** Bytes from its beginning to the beginning of the next. */
  length: number
}

/** RFC 9112, 3: only what a kept page can be called, so that nothing has to be decoded or resolved. */
const requestLine = /GET (\/[\w.~/-]*) HTTP\/1\.1\r\n/y
/** RFC 9110, 5.5, without obs-text and without folding. */
const fieldLine = /^([\w!#$%&'*+.^`|~-]+):[ \t]*([\x20-\x7e]*)$/

/**
 * Reads the request that begins at a place of a text (latin1), when it is a GET without a body whose
 * every byte is as RFC 9112 wants it. Whatever else it may be, right or wrong, gives null: Node's own
 * parser says what becomes of it. Client and server may disagree about where a message ends only in what
 * is left to that parser.
 * @param last what was read before on the same connection: the next is mostly the same again, or has the same fields
 */
export function readSimple(text: string, at: number, last: ReadRequest | null): ReadRequest | null {
  if (last !== null && text.startsWith(last.text, at)) return last
  requestLine.lastIndex = at
  const path = requestLine.exec(text)?.[1]
  if (path === undefined) return null
  const begin = requestLine.lastIndex
  const close = text.indexOf('\r\n\r\n', begin)
  if (close < 0) return null
  const fields = text.slice(begin, close)
  const asked = last?.fields === fields ? last.request : readFields(fields)
  if (asked === null) return null
  const end = close + 4
  const { host, wants } = asked
  return { request: { path, host, wants }, text: text.slice(at, end), fields, length: end - at }
}

/** Fields that may change the answer, or where the message ends: with one of them the quick way is over. */
const decisive = new Set([
  'connection',
  'content-encoding',
  'content-length',
  'expect',
  'http2-settings',
  'if-match',
  'if-modified-since',
  'if-range',
  'if-unmodified-since',
  'keep-alive',
  'proxy-connection',
  'range',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

/** Null where they ask for more than this reads. */
function readFields(fields: string): Omit<SimpleRequest, 'path'> | null {
  const once = new Map<string, string>()
  const lines = fields.split('\r\n')
  // As many are refused on the other way.
  if (lines.length >= mostFields) return null
  for (const line of lines) {
    const [, name, value] = fieldLine.exec(line) ?? []
    if (name === undefined || value === undefined) return null
    const lower = name.toLowerCase()
    if (lower === 'connection' && value.trim().toLowerCase() === 'keep-alive') continue
    if (decisive.has(lower)) return null
    // What a proxy says of it may lead to https.
    if (lower === 'x-forwarded-proto' && value !== 'https') return null
    if (lower !== 'host' && lower !== 'accept-encoding' && lower !== 'if-none-match') continue
    if (once.has(lower)) return null
    once.set(lower, value.trimEnd())
  }
  const host = once.get('host') ?? ''
  if (host === '' || !isHostField(host)) return null
  const wants = {
    coding: codingFor(once.get('accept-encoding')),
    ifNoneMatch: once.get('if-none-match'),
    // Any other condition is decisive.
    ifMatch: undefined,
    ifUnmodifiedSince: undefined,
    ifModifiedSince: undefined,
  }
  return { host, wants }
}
