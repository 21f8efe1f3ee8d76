import type { IncomingMessage } from 'node:http'
import { requestIdOf } from '../inside/request.ts'
import type { Site } from '../render/upstream.ts'

/** Of one connection only (RFC 9110, 7.6.1), or answered by the edge itself (`expect`). */
const hopByHop = new Set([
  'connection',
  'expect',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

/** Who sets these is believed: a reader must not. */
const isOurs = (name: string): boolean =>
  name === 'forwarded' ||
  name === 'x-real-ip' ||
  name === 'x-request-id' ||
  name.startsWith('x-forwarded-') ||
  name.startsWith('x-portal-') ||
  name.startsWith('x-middleware-')

/** Of HTTP/2 alone, or said in it in several fields (RFC 9113, 8.2.3 and 8.3.1): said anew for HTTP/1. */
const isOfHttp2 = (name: string): boolean =>
  name.startsWith(':') || name === 'host' || name === 'cookie'

/** Names that the Connection header makes hop-by-hop for this message. */
const namedByConnection = (connection: string | undefined): ReadonlySet<string> =>
  new Set(
    (connection ?? '')
      .toLowerCase()
      .split(',')
      .map((name) => name.trim()),
  )

/**
 * The headers of a request as the renderer gets them, flat pairs: end-to-end ones, and what the edge
 * itself knows about who asks and for which site.
 * @param from address of who asks
 * @param dropped further names, in lower case
 */
export function forwardedHeaders(
  req: IncomingMessage,
  site: Site,
  from: string,
  dropped: readonly string[] = [],
): string[] {
  const ofConnection = namedByConnection(req.headers.connection)
  const kept: string[] = []
  for (let at = 0; at < req.rawHeaders.length; at += 2) {
    const name = req.rawHeaders[at] ?? ''
    const lower = name.toLowerCase()
    if (hopByHop.has(lower) || ofConnection.has(lower) || isOurs(lower)) continue
    if (dropped.includes(lower) || isOfHttp2(lower)) continue
    kept.push(name, req.rawHeaders[at + 1] ?? '')
  }
  kept.push('Host', req.headers.host ?? site.host)
  const { cookie } = req.headers
  if (cookie !== undefined && !dropped.includes('cookie')) kept.push('Cookie', cookie)
  kept.push('X-Forwarded-For', from)
  kept.push('X-Forwarded-Proto', site.protocol)
  kept.push('X-Request-Id', requestIdOf(req) ?? '')
  kept.push('X-Forwarded-Host', req.headers.host ?? site.host)
  return kept
}

/** End-to-end headers of an answer of the renderer, flat pairs. Names of the edge's own are left out. */
export function answerHeaders(raw: readonly (Buffer | string)[], origin: string): string[] {
  const pairs = raw.map((part) => (typeof part === 'string' ? part : part.toString('latin1')))
  const connection = pairs.find(
    (_, at) => at % 2 === 1 && pairs[at - 1]?.toLowerCase() === 'connection',
  )
  const ofConnection = namedByConnection(connection)
  const kept: string[] = []
  for (let at = 0; at < pairs.length; at += 2) {
    const name = pairs[at] ?? ''
    const value = pairs[at + 1] ?? ''
    const lower = name.toLowerCase()
    if (hopByHop.has(lower) || ofConnection.has(lower) || isOurs(lower)) continue
    if (lower === 'x-powered-by' || lower === 'server') continue
    const own = lower === 'location' && value.startsWith(`${origin}/`)
    kept.push(name, own ? value.slice(origin.length) : value)
  }
  return kept
}
