import type { IncomingMessage } from 'node:http'
import net from 'node:net'
import type { Duplex } from 'node:stream'
import { keyHeader } from '../../lib/renderer-key.ts'
import type { Upstream } from '../render/upstream.ts'

/**
 * Joins a WebSocket of `next dev` (hot reload) through to the renderer; in development only. Ends both
 * sides when either ends.
 */
export function tunnel(
  req: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  { origin, key }: Pick<Upstream, 'origin' | 'key'>,
): void {
  const { hostname, port } = new URL(origin)
  const upstream = net.connect(Number(port), hostname, () => {
    const lines = [`${req.method} ${req.url} HTTP/1.1`, `${keyHeader}: ${key}`]
    for (let at = 0; at < req.rawHeaders.length; at += 2)
      if (req.rawHeaders[at]?.toLowerCase() !== keyHeader)
        lines.push(`${req.rawHeaders[at]}: ${req.rawHeaders[at + 1]}`)
    upstream.write(`${lines.join('\r\n')}\r\n\r\n`)
    upstream.write(head)
    upstream.pipe(socket).pipe(upstream)
  })
  const end = () => {
    upstream.destroy()
    socket.destroy()
  }
  upstream.once('error', end).once('close', end)
  socket.once('error', end).once('close', end)
}
