import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ErrorPages } from '../http/error-page.ts'
import { negotiateLanguage } from '../http/negotiation.ts'
import { languageOfUrl } from '../http/reader-pages.ts'
import type { OverLimit } from './spend.ts'

/** Says so to a reader as a page, to the newsroom's own forms as JSON. */
export function sendTooMany(
  { errors }: { errors: ErrorPages },
  req: IncomingMessage,
  res: ServerResponse,
  { limit, retryAfter }: OverLimit,
): void {
  const more = { 'Retry-After': String(retryAfter) }
  if (limit === 'login' || limit === 'reset')
    errors.sendJson(res, 429, negotiateLanguage(req.headers), more)
  else errors.send(res, 429, languageOfUrl(req.url ?? '/'), more)
}
