import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Front } from '../front.ts'
import type { Site } from '../render/upstream.ts'
import type { Target } from './target.ts'

/** Whether a proxy that is believed says that who asks spoke plain HTTP, though the site is on https. */
export function cameInPlain({ renders, isFromProxy }: Front, req: IncomingMessage): boolean {
  const said = req.headers['x-forwarded-proto']
  if (said === undefined || !renders.site.https) return false
  return String(said).split(',', 1)[0]?.trim().toLowerCase() === 'http' && isFromProxy(req)
}

/**
 * Leads to the same address on https. The host is the site's own, whatever the request says; nobody keeps the answer, so
 * that a cache in front that passes on what strangers say of themselves gives it to no one else.
 */
export function leadToHttps(res: ServerResponse, { host }: Site, { sent, query }: Target): void {
  // As the URL Standard writes it: in a header stand visible letters of ASCII alone.
  const { href } = new URL(`https://${host}${sent}${query === '' ? '' : `?${query}`}`)
  res.writeHead(308, ['Location', href, 'Content-Length', '0', 'Cache-Control', 'no-store']).end()
}
