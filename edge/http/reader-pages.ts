import type { IncomingMessage, ServerResponse } from 'node:http'
import { setCookie } from '../../lib/consent/stored.ts'
import { isLanguage, type Language } from '../../lib/languages.ts'
import type { PageKind } from '../cache/lifetimes.ts'
import { keep } from '../cache/page-store.ts'
import type { Edge } from '../edge.ts'
import { readBody } from '../proxy/body.ts'
import { forwardedHeaders } from '../proxy/forward-headers.ts'
import { Unavailable } from '../render/gate.ts'
import { interpret } from '../render/interpret.ts'
import { ownOrigins, pageOf, renderPage } from '../render/render-page.ts'
import { readText } from '../render/upstream.ts'
import { isErrorStatus } from './error-page.ts'
import { negotiateLanguage } from './negotiation.ts'
import { commonHeaders } from './security-headers.ts'
import { sendPage } from './send-page.ts'

/** A reader page by its address; `query` holds known parameters only. */
export async function answerPage(
  edge: Edge,
  req: IncomingMessage,
  res: ServerResponse,
  wanted: { path: string; query: string; kind: PageKind; language: Language | null },
): Promise<void> {
  const key = wanted.query === '' ? wanted.path : `${wanted.path}?${wanted.query}`
  // A page that is about to come back need not be rendered.
  await edge.warming
  const served = await edge.cache.get(key, (begin) =>
    renderPage(edge.renders, { ...wanted, path: key }, begin),
  )
  // A route handler that knows of nothing there leaves it to the edge to say so.
  if (served.kept.page.status === 404 && served.kept.page.br.etag === null)
    return answerUnknown(edge, req, res, wanted.language)
  await sendPage(req, res, served, Date.now())
}

/** The page for unknown addresses: one for each language, whatever the address was. Never throws. */
export async function answerUnknown(
  edge: Edge,
  req: IncomingMessage,
  res: ServerResponse,
  language: Language | null,
): Promise<void> {
  const spoken = language ?? negotiateLanguage(req.headers)
  const wanted = { path: `/${spoken}/-/not-found`, kind: 'not-found', language: spoken } as const
  // No request can name this key: it does not begin with a slash.
  const served = await edge.cache
    .get(`not-found:${spoken}`, (begin) => renderPage(edge.renders, wanted, begin))
    .catch(() => null)
  // That there is nothing is certain even when the page that says so cannot be rendered.
  if (!served) return edge.errors.send(res, 404, language)
  const replaced =
    language === null ? { Vary: 'Accept-Encoding, Accept-Language, Cookie', ...notKept } : undefined
  await sendPage(req, res, served, Date.now(), replaced)
}
const notKept = { 'Cache-Control': 'private, no-store', 'CDN-Cache-Control': 'no-store' }

/** `/`: the only place that chooses a language. */
export function answerRoot(edge: Edge, req: IncomingMessage, res: ServerResponse): void {
  redirect(edge, res, 307, `/${negotiateLanguage(req.headers)}`, [
    'Vary',
    'Accept-Language, Cookie',
    'Cache-Control',
    'private, no-store',
  ])
}

/** The switch: remembers the choice for a year, and goes on to the clean address. */
export function answerSwitch(
  edge: Edge,
  res: ServerResponse,
  language: Language,
  path: string,
): void {
  redirect(edge, res, 303, path, [
    'Set-Cookie',
    setCookie('language', language, edge.renders.site.https),
    'Cache-Control',
    'private, no-store',
  ])
}

/** @param headers further ones, flat pairs */
export function redirect(
  edge: Edge,
  res: ServerResponse,
  status: 303 | 307 | 308,
  location: string,
  headers: readonly string[] = ['Cache-Control', 'public, max-age=600'],
): void {
  const common = commonHeaders(edge.renders.site.https)
  res.writeHead(status, ['Location', location, 'Content-Length', '0', ...headers, ...common]).end()
}

/** A message of a reader: name, text and what is around them. Bytes. */
const largestMessage = 64 * 1024
const sendTimeout = 20_000

/**
 * Takes a reader's message to the renderer. The answer is never kept.
 * @throws {TooLarge} for a body over 64 KB.
 * @throws {Unavailable} when the renderer gives no answer.
 */
export async function answerSend(
  edge: Edge,
  req: IncomingMessage,
  res: ServerResponse,
  { path, language }: { path: string; language: Language },
): Promise<void> {
  const body = await readBody(req, largestMessage)
  const { renders } = edge
  const answer = interpret(await post(edge, req, path, body), ownOrigins(renders))
  if (answer.body === '' && isErrorStatus(answer.status))
    return edge.errors.send(res, answer.status, language)
  const wanted = { path, kind: 'message-send', language } as const
  const page = await pageOf(renders, wanted, answer)
  const now = Date.now()
  await sendPage(req, res, { kept: keep(path, page, now), how: 'miss' }, now)
}

async function post(edge: Edge, req: IncomingMessage, path: string, body: Buffer) {
  const { upstream, site } = edge.renders
  const dispatcher = await upstream.dispatcher(5000)
  // The newsroom's cookies are no business of a reader's form.
  const headers = forwardedHeaders(req, site, edge.clientAddress(req), [
    'cookie',
    'content-length',
    'accept-encoding',
  ])
  try {
    const answer = await dispatcher.request({
      path,
      method: 'POST',
      headers,
      body,
      signal: AbortSignal.timeout(sendTimeout),
    })
    const text = await readText(answer.body, 4 * 1024 * 1024)
    return { status: answer.statusCode, headers: answer.headers, body: text }
  } catch (cause) {
    throw cause instanceof Unavailable
      ? cause
      : new Unavailable('A message was not taken', { cause })
  }
}

/** The language of the first segment of a path; null when it has none. */
export const languageOfUrl = (url: string): Language | null => {
  const first = /^\/([^/?#]*)/.exec(url)?.[1]?.toLowerCase()
  return isLanguage(first) ? first : null
}
