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
