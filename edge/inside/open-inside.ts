import type { Logger } from 'pino'
import { statusVariables } from '../../lib/edge-status.ts'
import type { Edge } from '../edge.ts'
import { type Beside, metricsOf } from './metrics.ts'
import { type MetricsAddress, type MetricsServer, serveMetrics } from './metrics-server.ts'
import { readinessOf } from './readiness.ts'
import { statusOf } from './status.ts'
import { serveStatus } from './status-server.ts'

export type Opened = {
  /** How the renderer reaches the status of its edge. */
  environment: Record<string, string>
  close(): Promise<void>
}

/**
 * Opens what can be seen of a running edge: readiness, metrics where they are wanted, and the status for
 * the newsroom.
 * @throws {PlainError} when a port cannot be opened; nothing is left open then.
 */
export async function openInside(
  edge: Edge,
  beside: Beside,
  { metrics, log }: { metrics?: MetricsAddress | null | undefined; log: Logger },
): Promise<Opened> {
  edge.readiness = readinessOf(beside)
  let served: MetricsServer | undefined
  if (metrics) served = await serveMetrics(metricsOf(edge, beside), beside.gather, metrics, log)
  const status = await serveStatus(() => statusOf(edge, beside))
  return {
    environment: { [statusVariables.url]: status.url, [statusVariables.secret]: status.secret },
    close: async () => {
      await Promise.all([served?.close(), status.close()])
    },
  }
}
