import type { Server } from 'node:http'
import type { Front } from '../front.ts'
import { listen } from '../http/listen.ts'
import { createEdgeServer } from '../http/server.ts'

/**
 * Opens a port for plain HTTP beside the one with TLS: whoever comes there is led to the same address on https.
 * @throws {PlainError} with one plain sentence when it cannot be opened.
 */
export async function openPlainPort(edge: Front, port: number, host: string): Promise<Server> {
  const server = createEdgeServer({ ...edge, door: 'plain' })
  await listen(server, port, host, { port: 'HTTP_PORT', host: 'HOST' })
  return server
}
