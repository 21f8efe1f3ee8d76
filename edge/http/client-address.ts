import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import proxyAddr from 'proxy-addr'

/** Gives the address of who asks: IPv4 or IPv6 in text, empty when the connection is gone. */
export type ClientAddress = (req: IncomingMessage) => string

/** What is known of who connects. */
export type Callers = {
  clientAddress: ClientAddress
  /** Whether a request comes from a proxy that is believed. */
  isFromProxy: (req: IncomingMessage) => boolean
}

/**
 * Who asks: the other end of the connection, unless that is a trusted proxy; then what it says in
 * X-Forwarded-For, from right to left, up to the first address that is not trusted. What is no address
 * ends the chain: a proxy that is trusted put it there unread.
 * @param trusted addresses, CIDR blocks, `loopback`, `linklocal`, `uniquelocal`; empty: nobody
 * @throws {TypeError} for what is none of these.
 */
export function callersBehind(trusted: readonly string[]): Callers {
  if (trusted.length === 0) return { clientAddress: otherEnd, isFromProxy: () => false }
  const trust = proxyAddr.compile([...trusted])
  return {
    clientAddress: (req) => {
      const [first = '', ...chain] = proxyAddr.all(req, trust)
      const stranger = chain.findIndex((address) => isIP(address) === 0)
      const believed = stranger < 0 ? chain : chain.slice(0, stranger)
      return plain(believed.at(-1) ?? first)
    },
    isFromProxy: (req) => trust(req.socket.remoteAddress ?? '', 0),
  }
}

const otherEnd: ClientAddress = (req) => plain(req.socket.remoteAddress ?? '')

/** An IPv4 address without its IPv6 dress (RFC 4291, 2.5.5.2). */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '')
