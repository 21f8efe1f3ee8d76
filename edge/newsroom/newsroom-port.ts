import type { Server } from 'node:http'
import type { Front } from '../front.ts'
import { listen } from '../http/listen.ts'
import { createEdgeServer } from '../http/server.ts'
import type { Certificate } from '../tls/certificate.ts'
import { newsroomEdge } from './door.ts'

export type NewsroomPlace = {
  /** Origin that editors see. */
  url: string
  /** Where it listens; null: at the readers' port, told apart by the name. */
  address: { host: string; port: number } | null
}

/**
 * Opens the port at which the newsroom is found when it does not share the readers'.
 * @throws {PlainError} with one plain sentence when it cannot be opened.
 */
export async function openNewsroomPort(
  edge: Front,
  url: string,
  { host, port }: { host: string; port: number },
  certificate: Certificate | null,
): Promise<Server> {
  const server = createEdgeServer(newsroomEdge(edge, url), certificate)
  await listen(server, port, host, { port: 'ADMIN_PORT', host: 'ADMIN_HOST' })
  return server
}
