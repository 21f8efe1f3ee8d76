import { availableParallelism } from 'node:os'
import path from 'node:path'
import type { Logger } from 'pino'
import { PageCache } from './cache/page-cache.ts'
import { PageStore } from './cache/page-store.ts'
import { Counts } from './counts/counts.ts'
import { fileJournal } from './counts/journal.ts'
import { localTally } from './counts/tally.ts'
import { type Front, type FrontOptions, makeFront } from './front.ts'
import { Inside } from './inside/inside.ts'
import { pathOfUrl, requestIdOfError } from './inside/request.ts'
import { memoryLimits } from './limits/limits.ts'
import { localPages } from './pages/local-pages.ts'
import { Closing, Gate } from './render/gate.ts'
import type { Renders } from './render/render-page.ts'
import { siteOf, type Upstream } from './render/upstream.ts'
import { Pulse } from './renderer/pulse.ts'
import { Violations } from './reports/violations.ts'
import { MostWanted } from './warm/most-wanted.ts'

export type EdgeOptions = FrontOptions & {
  upstream: Upstream
  /** Where it is told how renders come out. */
  pulse?: Pulse | undefined
  /** Memory for kept pages, bytes. */
  cacheBytes?: number | undefined
}

/** A front with the cache and the renderer behind it. */
export type Edge = Front & {
  cache: PageCache
  store: PageStore
  renders: Renders
  /** Pictures for other sites, apart from pages: neither pushes the other out, nor waits for it. */
  drawings: { cache: PageCache; store: PageStore; renders: Renders }
  counts: Counts
  /** What readers read most, over restarts. */
  wanted: MostWanted
  /** While the pages of the last edge may still come back; null from then on. */
  warming: Promise<void> | null
}

/** 256 MB: about 20,000 stories with both codings. */
export const defaultCacheBytes = 256 * 1024 * 1024
/** Renders at once: more only wait for each other in one renderer process. */
const rendersAtOnce = 8
const rendersWaiting = 256
/** 64 MB: about 500 drawings; more are on the renderer's disk. */
const drawingBytes = 64 * 1024 * 1024
const drawingsWaiting = 64

/** @throws {Error} when the message files or SITE_URL cannot be read. */
export function makeEdge(options: EdgeOptions): Edge {
  const { log, upstream } = options
  const development = options.mode === 'development'
  const store = new PageStore(options.cacheBytes ?? defaultCacheBytes)
  const drawings = new PageStore(drawingBytes)
  const inside = new Inside()
  const counts = new Counts(Date.now, fileJournal(path.join(options.dataDir, 'counts'), log))
  const cache = new PageCache(store, logsFailures(log, inside))
  const renders = {
    inside,
    upstream,
    site: siteOf(options.siteUrl),
    log,
    gate: new Gate(rendersAtOnce, rendersWaiting),
    pulse: options.pulse ?? new Pulse(),
    keeps: !development,
    timeout: development ? 120_000 : 10_000,
  }
  const edge: Edge = {
    ...makeFront(options),
    store,
    cache,
    renders,
    drawings: {
      store: drawings,
      cache: new PageCache(drawings, logsFailures(log, inside)),
      renders: { ...renders, gate: new Gate(availableParallelism(), drawingsWaiting) },
    },
    fresh: (key) => cache.fresh(key),
    pages: localPages(() => edge),
    counts,
    wanted: new MostWanted(options.dataDir, log),
    tally: localTally(counts, (path) => store.get(path)),
    violations: new Violations(log),
    limits: memoryLimits(),
    warming: null,
    inside,
    readiness: async () => [],
  }
  return edge
}

/** A renderer that is down fails for every page that is asked for: one line a second says so. */
function logsFailures(log: Logger, inside: Inside): (key: string, error: unknown) => void {
  let quietUntil = 0
  let unsaid = 0
  return (key, error) => {
    if (error instanceof Closing) return
    inside.failedRenders++
    const now = performance.now()
    if (now < quietUntil) {
      unsaid++
      return
    }
    const request = requestIdOfError(error)
    const page = pathOfUrl(key)
    log.error({ request, page, err: error, unsaid }, 'a page could not be rendered')
    quietUntil = now + 1000
    unsaid = 0
  }
}
