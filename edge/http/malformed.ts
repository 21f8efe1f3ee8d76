import type { IncomingMessage } from 'node:http'

/** More header fields than any browser or proxy sends; Node itself would drop the rest unsaid. */
export const mostFields = 200

/** RFC 3986, 3.2.2, as far as names of machines go: letters, digits, dots, an address in brackets, a port. */
const hostField = /^(?:[\w.-]*|\[[\da-f:.]+\])(?::\d{0,5})?$/i
export const isHostField = (value: string): boolean => hostField.test(value)

export type Fault = 400 | 431 | 501 | 505

/**
 * What is wrong with the head of an HTTP/1 request that Node's parser let through; null when nothing is.
 * Refused is what another server on the way might read differently (RFC 9112, 2.3, 3.2, 6.1).
 */
export function faultOf({
  httpVersion,
  headers,
  rawHeaders,
  stream,
}: IncomingMessage & { stream?: unknown }): Fault | null {
  // Node's HTTP/2 reads its own frames, and nobody else's.
  if (stream !== undefined) return null
  if (httpVersion !== '1.1' && httpVersion !== '1.0') return 505
  if (rawHeaders.length >= mostFields * 2) return 431
  if (!isHostField(headers.host ?? '') || hasTwoHosts(rawHeaders)) return 400
  const coding = headers['transfer-encoding']
  if (coding === undefined) return null
  if (httpVersion === '1.0') return 400
  return coding.toLowerCase() === 'chunked' ? null : 501
}

function hasTwoHosts(rawHeaders: readonly string[]): boolean {
  let hosts = 0
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at]
    if (name?.length === 4 && name.toLowerCase() === 'host') hosts++
  }
  return hosts > 1
}
