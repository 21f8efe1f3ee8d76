import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import type { Edge } from '../edge.ts'
import type { WorkerState } from '../entrance.ts'
import type { Parts } from './readiness.ts'
import { ofWorkers } from './worker-metrics.ts'

/** What is asked of the parts that stand beside the edge. */
export type Beside = Parts & {
  /** How often the renderer was started again. */
  rendererRestarts: () => number
  /** Last number of the outbox that was read; null until it was read. */
  outboxPosition: () => number | null
  /** Brings in what other processes of the edge have counted; never rejects. */
  gather: () => Promise<void>
  /** Other processes that answer readers; none when this one does. */
  workers: () => WorkerState[]
}

/** A metric whose values are read when they are asked for. */
export type Source = {
  name: string
  help: string
  labels?: readonly string[]
  read: () => Iterable<{ labels?: Record<string, string>; value: number }>
}

/**
 * The metrics of an edge, with those of its workers (Prometheus text format 0.0.4). Its own are counted as plain numbers where work is
 * done and read when they are asked for; those of the process (CPU, memory, event loop, garbage) are measured from now on.
 */
export function metricsOf(edge: Edge, beside: Beside): Registry {
  const registry = new Registry()
  for (const source of counters(edge, beside)) publish(registry, source, Counter)
  for (const source of gauges(edge, beside)) publish(registry, source, Gauge)
  if (beside.workers().length > 0)
    for (const [source, Kind] of ofWorkers(beside)) publish(registry, source, Kind)
  registry.registerMetric(edge.inside.renderSeconds)
  registry.registerMetric(edge.inside.purgeLagSeconds)
  collectDefaultMetrics({ register: registry })
  return registry
}

function publish(registry: Registry, source: Source, Kind: typeof Counter | typeof Gauge): void {
  new Kind({
    name: source.name,
    help: source.help,
    labelNames: source.labels ?? [],
    registers: [registry],
    collect() {
      this.reset()
      for (const { labels = {}, value } of source.read()) this.inc(labels, value)
    },
  })
}

function* one(value: number) {
  yield { value }
}

const counters = ({ inside }: Edge, { rendererRestarts }: Beside): Source[] => [
  {
    name: 'portal_requests_total',
    help: 'Requests that are over, by route and class of status',
    labels: ['kind', 'status'],
    *read() {
      for (const { kind, status, count } of inside.requests.all())
        yield { labels: { kind, status }, value: count }
    },
  },
  {
    name: 'portal_cache_results_total',
    help: 'Pages and drawings by how they came: hit, miss, stale, stale-if-error, refresh, collapsed',
    labels: ['result'],
    *read() {
      for (const { how, count } of inside.cacheResults())
        yield { labels: { result: how }, value: count }
    },
  },
  {
    name: 'portal_renders_failed_total',
    help: 'Renders that failed or came too late',
    read: () => one(inside.failedRenders),
  },
  {
    name: 'portal_purges_total',
    help: 'Changes of the newsroom that were handed on to the cache',
    read: () => one(inside.purgeCount),
  },
  {
    name: 'portal_purged_pages_total',
    help: 'Kept pages and drawings that a change dropped or marked',
    read: () => one(inside.purgedPages),
  },
  {
    name: 'portal_renderer_restarts_total',
    help: 'Times the renderer was started again',
    read: () => one(rendererRestarts()),
  },
]

const gauges = (edge: Edge, { outboxPosition }: Beside): Source[] => [
  ofBoth(edge, 'portal_cache_bytes', 'Memory of what is kept, bytes', ({ store }) => store.bytes),
  ofBoth(
    edge,
    'portal_cache_limit_bytes',
    'Memory that may be used for what is kept, bytes',
    ({ store }) => store.limit,
  ),
  ofBoth(
    edge,
    'portal_cache_entries',
    'Pages or drawings that are kept',
    ({ store }) => store.size,
  ),
  ofBoth(
    edge,
    'portal_render_queue',
    'Renders that wait for their turn',
    ({ renders }) => renders.gate.queued,
  ),
  ofBoth(
    edge,
    'portal_renders_under_way',
    'Renders that the renderer works on',
    ({ renders }) => renders.gate.underWay,
  ),
  {
    name: 'portal_outbox_position',
    help: 'Last number of the outbox that was read; absent until it was',
    *read() {
      const position = outboxPosition()
      if (position !== null) yield { value: position }
    },
  },
]

/** A figure that pages and drawings each have. */
const ofBoth = (
  edge: Edge,
  name: string,
  help: string,
  value: (one: Pick<Edge, 'store' | 'renders'>) => number,
): Source => ({
  name,
  help,
  labels: ['store'],
  *read() {
    yield { labels: { store: 'pages' }, value: value(edge) }
    yield { labels: { store: 'drawings' }, value: value(edge.drawings) }
  },
})
