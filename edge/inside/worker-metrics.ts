import { Counter, Gauge } from 'prom-client'
import type { Report } from '../cluster/messages.ts'
import type { Beside, Source } from './metrics.ts'

/** How each process that answers readers is; what they count of requests is in the sums of all. */
export function ofWorkers({ workers }: Pick<Beside, 'workers'>) {
  const each = (value: (report: Report) => number) =>
    function* () {
      for (const { number, report } of workers())
        if (report) yield { labels: { worker: String(number) }, value: value(report) }
    }
  const source = (name: string, help: string, value: (report: Report) => number): Source => ({
    name: `portal_worker_${name}`,
    help,
    labels: ['worker'],
    read: each(value),
  })
  const restarts: Source = {
    name: 'portal_worker_restarts_total',
    help: 'Times a worker was started again',
    labels: ['worker'],
    *read() {
      for (const { number, restarts } of workers())
        yield { labels: { worker: String(number) }, value: restarts }
    },
  }
  return [
    [restarts, Counter],
    [source('cpu_seconds_total', 'Processor time since it began', (of) => of.cpuSeconds), Counter],
    [source('resident_memory_bytes', 'Memory of the process', (of) => of.memory), Gauge],
    [
      source(
        'eventloop_lag_p99_seconds',
        'Of the time since the last look',
        (of) => of.loopLagSeconds,
      ),
      Gauge,
    ],
    [source('cache_bytes', 'Memory of pages that it keeps', (of) => of.store.bytes), Gauge],
    [source('cache_limit_bytes', 'Memory that they may take', (of) => of.store.limit), Gauge],
    [source('cache_entries', 'Pages that it keeps', (of) => of.store.pages), Gauge],
  ] as const
}
