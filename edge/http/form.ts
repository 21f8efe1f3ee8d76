import type { IncomingMessage } from 'node:http'
import { isSameOrigin } from '../../lib/same-origin.ts'
import { readBody } from '../proxy/body.ts'
import type { Site } from '../render/upstream.ts'

/** Whether a page of this portal sent the request. */
export const isOwnRequest = ({ headers }: IncomingMessage, site: Site): boolean =>
  isSameOrigin(
    { fetchSite: String(headers['sec-fetch-site'] ?? ''), origin: headers.origin },
    `${site.protocol}://${site.host}`,
  )

/** Path of the page of this portal that a request was sent from (Referer, RFC 9110, 10.1.3); null where it is not told. */
export function pageBefore({ headers }: IncomingMessage, site: Site): string | null {
  const { referer = '' } = headers
  const url = URL.canParse(referer) ? new URL(referer) : null
  if (url?.origin !== `${site.protocol}://${site.host}`) return null
  // With two slashes it would name another host.
  return url.pathname.startsWith('//') ? null : url.pathname
}

/** Whether the reader's browser asks not to be counted or followed (Global Privacy Control, 3.1). */
export const sendsPrivacySignal = ({ headers }: IncomingMessage): boolean =>
  headers['sec-gpc'] === '1'

/**
 * A form as browsers send it; null when the body is of another type.
 * @param most bytes
 * @throws {TooLarge}
 */
export async function readForm(
  req: IncomingMessage,
  most: number,
): Promise<URLSearchParams | null> {
  const body = await readBody(req, most)
  const type = req.headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/x-www-form-urlencoded') return null
  return new URLSearchParams(body.toString('utf8'))
}
