import { createServer } from 'node:http'
import type { Logger } from 'pino'
import type { Registry } from 'prom-client'
import { listen } from '../http/listen.ts'

export type MetricsServer = {
  /** Where it listens, for when 0 was asked for. */
  port: number
  close(): Promise<void>
}

export type MetricsAddress = { host: string; port: number }

/**
 * Serves metrics at `/metrics` of a port of their own: they are nobody's business but the operator's.
 * @param gather awaited before they are read
 * @throws {PlainError} when the port cannot be opened.
 */
export async function serveMetrics(
  registry: Registry,
  gather: () => Promise<void>,
  { host, port }: MetricsAddress,
  log: Logger,
): Promise<MetricsServer> {
  const server = createServer((req, res) => {
    if (req.method !== 'GET' || req.url?.split('?')[0] !== '/metrics') {
      res.writeHead(404, { 'Content-Length': 0 }).end()
      return
    }
    gather()
      .then(() => registry.metrics())
      .then(
        (text) => res.writeHead(200, { 'Content-Type': registry.contentType }).end(text),
        (error: unknown) => {
          log.error({ err: error }, 'the metrics cannot be read')
          res.writeHead(500, { 'Content-Length': 0 }).end()
        },
      )
  })
  const opened = await listen(server, port, host, { port: 'METRICS_PORT', host: 'METRICS_HOST' })
  return {
    port: opened,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
