import { randomBytes, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'
import type { EdgeStatus } from '../../lib/edge-status.ts'
import { listen } from '../http/listen.ts'

export type StatusServer = {
  /** On the loopback address. */
  url: string
  /** Who has it may ask. */
  secret: string
  close(): Promise<void>
}

/**
 * Tells the renderer, and whoever else on this machine has the secret of this start, about the edge.
 * @throws {PlainError} when no port can be opened.
 */
export async function serveStatus(status: () => Promise<EdgeStatus>): Promise<StatusServer> {
  const secret = randomBytes(32).toString('hex')
  const expected = Buffer.from(`Bearer ${secret}`)
  const server = createServer((req, res) => {
    const told = Buffer.from(req.headers.authorization ?? '')
    const isKnown = told.length === expected.length && timingSafeEqual(told, expected)
    if (!isKnown) {
      res.writeHead(403, { 'Content-Length': 0 }).end()
      return
    }
    status().then(
      (known) =>
        res.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(known)),
      () => res.destroy(),
    )
  })
  const port = await listen(server, 0, '127.0.0.1')
  return {
    url: `http://127.0.0.1:${port}`,
    secret,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
