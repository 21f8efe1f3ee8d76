import type { EdgeStatus } from '../../lib/edge-status.ts'
import type { Edge } from '../edge.ts'
import type { Beside } from './metrics.ts'

const shown = 8

/** What the newsroom's page about the portal shows of this edge. */
export async function statusOf(edge: Edge, beside: Beside): Promise<EdgeStatus> {
  const { inside, store, renders } = edge
  await beside.gather()
  const reports = beside.workers().flatMap(({ report }) => report ?? [])
  let all = 0
  let hits = 0
  for (const { how, count } of inside.cacheResults()) {
    all += count
    if (how === 'hit') hits += count
  }
  return {
    startedAt: inside.startedAt,
    served: { all, hits },
    store: { pages: store.size, bytes: store.bytes, limit: store.limit },
    memory: reports.reduce((sum, { memory }) => sum + memory, process.memoryUsage.rss()),
    renderer: {
      restarts: beside.rendererRestarts(),
      waiting: renders.gate.queued,
      failed: inside.failedRenders,
    },
    slowest: inside.slowest.list(Date.now(), shown).map(({ at, ms, path }) => ({ at, ms, path })),
    purges: inside.lastPurges
      .slice(0, shown)
      .map(({ at, keys, pages, lagMs }) => ({ at, keys: keys && [...keys], pages, lagMs })),
    outbox: { position: beside.outboxPosition(), isFollowed: beside.followsOutbox() },
    freeBytes: await beside.freeBytes().catch(() => null),
  }
}
