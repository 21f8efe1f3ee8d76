import type { IncomingMessage, ServerResponse } from 'node:http'
import { setCookie } from '../../lib/consent/stored.ts'
import { isLanguage, type Language } from '../../lib/languages.ts'
import { networkOf } from '../../lib/network.ts'
import type { PageKind } from '../cache/lifetimes.ts'
import { steadyNow } from '../clock.ts'
import type { Front } from '../front.ts'
import { requestIdOf } from '../inside/request.ts'
import { negotiateLanguage } from './negotiation.ts'
import { commonHeaders } from './security-headers.ts'
import { sendPage } from './send-page.ts'

/**
 * A reader page by its address; `query` holds known parameters only.
 * @throws {OverLimit} for what is not kept, when who asks has had too much rendered that nobody else wants.
 */
export async function answerPage(
  edge: Front,
  req: IncomingMessage,
  res: ServerResponse,
  wanted: { path: string; query: string; kind: PageKind; language: Language | null },
): Promise<void> {
  const { path, query, kind, language } = wanted
  const served = await edge.pages.page({
    path: query === '' ? path : `${path}?${query}`,
    kind,
    language,
    network: networkOf(edge.clientAddress(req)),
    requestId: requestIdOf(req),
  })
  // A route handler that knows of nothing there leaves it to the edge to say so.
  if (served.kept.page.status === 404 && served.kept.page.br.etag === null)
    return answerUnknown(edge, req, res, language)
  await sendPage(req, res, served, steadyNow())
}

/** The page for unknown addresses: one for each language, whatever the address was. Never throws. */
export async function answerUnknown(
  edge: Front,
  req: IncomingMessage,
  res: ServerResponse,
  language: Language | null,
): Promise<void> {
  const spoken = language ?? negotiateLanguage(req.headers)
  const asked = { language: spoken, requestId: requestIdOf(req) }
  const served = await edge.pages.unknown(asked).catch(() => null)
  // That there is nothing is certain even when the page that says so cannot be rendered.
  if (!served) return edge.errors.send(res, 404, language)
  const replaced =
    language === null ? { Vary: 'Accept-Encoding, Accept-Language, Cookie', ...notKept } : undefined
  await sendPage(req, res, served, steadyNow(), replaced)
}
const notKept = { 'Cache-Control': 'private, no-store', 'CDN-Cache-Control': 'no-store' }

/** `/`: the only place that chooses a language. */
export function answerRoot(edge: Front, req: IncomingMessage, res: ServerResponse): void {
  redirect(edge, res, 307, `/${negotiateLanguage(req.headers)}`, [
    'Vary',
    'Accept-Language, Cookie',
    'Cache-Control',
    'private, no-store',
  ])
}

/** The switch: remembers the choice for a year, and goes on to the clean address. */
export function answerSwitch(
  edge: Front,
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
  edge: Front,
  res: ServerResponse,
  status: 303 | 307 | 308,
  location: string,
  headers: readonly string[] = ['Cache-Control', 'public, max-age=600'],
): void {
  const common = commonHeaders(edge.renders.site.https)
  res.writeHead(status, ['Location', location, 'Content-Length', '0', ...headers, ...common]).end()
}

/** The language of the first segment of a path; null when it has none. */
export const languageOfUrl = (url: string): Language | null => {
  const first = /^\/([^/?#]*)/.exec(url)?.[1]?.toLowerCase()
  return isLanguage(first) ? first : null
}
