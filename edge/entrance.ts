import type { Report } from './cluster/messages.ts'
import type { Edge } from './edge.ts'
import type { FrontOptions } from './front.ts'
import { drain, listen } from './http/listen.ts'
import { createEdgeServer } from './http/server.ts'
import type { RendererPlace } from './renderer/way.ts'
import type { Certificate } from './tls/certificate.ts'
import { TlsServer } from './tls/tls-server.ts'

export type EntranceOptions = FrontOptions & {
  host: string
  /** 0: any free one. */
  port: number
}

export type WorkerState = {
  /** From 1. */
  number: number
  restarts: number
  /** Null while it is being started. */
  pid: number | null
  /** Its last; null when it has just begun. */
  report: Report | null
}

/** Where readers come in: this process, or several that it looks after. */
export type Entrance = {
  port: number
  /** Settled when readers are answered. @throws {Error} when a worker does not come up. */
  ready: Promise<void>
  /** A change that the cache of this process knows already. Null: what changed is not known. */
  purge(keys: readonly string[] | null, urgent: boolean): void
  /** The renderer is there, or (null) gone. */
  rendererAt(place: RendererPlace | null): void
  /** For connections from now on, where TLS is spoken. */
  renew(certificate: Certificate): void
  /** Brings in what others have counted; never rejects. */
  gather(): Promise<void>
  /** None when this process answers readers itself. */
  workers(): WorkerState[]
  /** Takes no further connection; requests under way have so many ms. */
  close(patience: number): Promise<void>
}

/** Opens the readers' port in this process. @throws {PlainError} when it cannot be opened. */
export async function openHere(
  edge: Edge,
  options: EntranceOptions,
  certificate: Certificate | null,
): Promise<Entrance> {
  const server = createEdgeServer(edge, certificate)
  const port = await listen(server, options.port, options.host)
  return {
    port,
    ready: Promise.resolve(),
    purge: () => {},
    rendererAt: () => {},
    renew: (renewed) => {
      if (server instanceof TlsServer) server.renew(renewed)
    },
    gather: async () => {},
    workers: () => [],
    close: (patience) => drain(server, patience),
  }
}
