import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Dispatcher } from 'undici'
import { stored } from '../../lib/consent/stored.ts'
import { commonHeaders } from '../http/security-headers.ts'
import { pathOfUrl } from '../inside/request.ts'
import { Unavailable } from '../render/gate.ts'
import type { Site, Upstream } from '../render/upstream.ts'
import { hasBody, limitedBody, refuseTooLarge, TooLarge } from './body.ts'
import { compressionFor } from './compress.ts'
import { answerHeaders, forwardedHeaders } from './forward-headers.ts'

/** Uploads of the newsroom are the largest: 20 MB of a picture and what is around it. Bytes. */
const largestBody = 25 * 1024 * 1024
/** ms to wait for a renderer that is starting again: an editor would rather wait than lose a save. */
const patience = 8000
/** ms without a byte: the newsroom waits for long imports and pictures. */
const silence = 120_000

/** What is said beyond a request and an answer as they are. */
export type Guard = {
  /** Flat pairs; the same names of the client's request are left out. */
  requestHeaders: readonly string[]
  /** Headers that stand in place of the renderer's own, by the media type of its answer. */
  answerHeaders(type: string): Readonly<Record<string, string>>
  /** Whether an answer is none that should be handed on. */
  refuses(status: number): boolean
}

/**
 * Hands a request to the renderer and its answer back, both as streams, nothing kept.
 * @param from address of who asks
 * @throws {Unavailable} when the renderer is not there, breaks off before it answered, or gave an answer that the guard refuses.
 * @throws {TooLarge} for a body over 25 MB.
 */
export async function proxy(
  req: IncomingMessage,
  res: ServerResponse,
  upstream: Upstream,
  site: Site,
  from: string,
  guard?: Guard,
): Promise<void> {
  refuseTooLarge(req, largestBody)
  const dispatcher = await upstream.dispatcher(patience)
  const gone = new AbortController()
  res.once('close', () => gone.abort())
  const body = hasBody(req) ? Readable.from(limitedBody(req, largestBody)) : null
  const said = guard?.requestHeaders ?? []
  const headers = [...forwardedHeaders(req, site, from, namesOf(said)), ...said]
  const began = performance.now()
  const answer = await send(dispatcher, req, headers, body, gone.signal)
  if (guard?.refuses(answer.statusCode)) {
    answer.body.destroy()
    throw new Unavailable(`The renderer answered ${answer.statusCode} for ${pathOfUrl(req.url)}`)
  }
  const head = guarded(headOf(answer, upstream.origin, site), guard)
  if (isEditors(req))
    head.push('Server-Timing', `render;dur=${(performance.now() - began).toFixed(1)}`)
  const compression =
    req.method === 'HEAD'
      ? null
      : compressionFor(req.headers['accept-encoding'], {
          status: answer.statusCode,
          header: (name) => headerIn(head, name),
        })
  if (!compression) {
    res.writeHead(answer.statusCode, head)
    return pipeline(answer.body, res)
  }
  res.writeHead(answer.statusCode, [
    ...withoutLength(head),
    ...['Content-Encoding', compression.coding, 'Vary', 'Accept-Encoding'],
  ])
  return pipeline(answer.body, compression.stream, res)
}

/** Timings are told to who is signed in, and on no page that a cache might share. */
const isEditors = ({ url = '', headers }: IncomingMessage): boolean =>
  pathOfUrl(url).startsWith('/admin') && (headers.cookie ?? '').includes(`${stored.session.name}=`)

const namesOf = (flat: readonly string[]): string[] =>
  flat.filter((_, at) => at % 2 === 0).map((name) => name.toLowerCase())

function guarded(head: string[], guard: Guard | undefined): string[] {
  if (!guard) return head
  const own = Object.entries(guard.answerHeaders(headerIn(head, 'content-type') ?? ''))
  const names = own.map(([name]) => name.toLowerCase())
  return [...without(head, names), ...own.flat()]
}

const headerIn = (head: readonly string[], name: string): string | undefined =>
  head.find((_, at) => at % 2 === 1 && head[at - 1]?.toLowerCase() === name)

/** Of what is compressed on its way, length and strong ETag no longer hold. */
const withoutLength = (head: readonly string[]): string[] =>
  without(head, ['content-length', 'etag'])

const without = (head: readonly string[], names: readonly string[]): string[] =>
  head.filter((_, at) => !names.includes(head[at - (at % 2)]?.toLowerCase() ?? ''))

type RawAnswer = { statusCode: number; headers: readonly Buffer[] | object; body: Readable }

async function send(
  dispatcher: Dispatcher,
  req: IncomingMessage,
  headers: string[],
  body: Readable | null,
  signal: AbortSignal,
): Promise<RawAnswer> {
  try {
    return await dispatcher.request({
      path: originForm(req.url ?? '/'),
      method: (req.method ?? 'GET') as Dispatcher.HttpMethod,
      headers,
      body,
      signal,
      responseHeaders: 'raw',
      headersTimeout: silence,
      bodyTimeout: silence,
    })
  } catch (cause) {
    if (cause instanceof TooLarge) throw cause
    throw new Unavailable(`The renderer did not answer ${req.method} ${pathOfUrl(req.url)}`, {
      cause,
    })
  }
}

const originForm = (url: string): string => url.replace(/^https?:\/\/[^/?]*/i, '') || '/'

function headOf(answer: RawAnswer, origin: string, site: Site): string[] {
  // undici types raw headers as an object; with `responseHeaders: 'raw'` it gives flat pairs.
  const raw = Array.isArray(answer.headers) ? (answer.headers as Buffer[]) : []
  const head = answerHeaders(raw, origin)
  const has = (name: string) => headerIn(head, name) !== undefined
  if (!has('cache-control')) head.push('Cache-Control', 'private, no-store')
  if (!has('x-frame-options')) head.push('X-Frame-Options', 'SAMEORIGIN')
  const common = commonHeaders(site.https)
  for (let at = 0; at < common.length; at += 2) {
    const name = common[at] ?? ''
    if (!has(name.toLowerCase())) head.push(name, common[at + 1] ?? '')
  }
  return head
}
