import { availableParallelism } from 'node:os'
import path from 'node:path'
import type { Logger } from 'pino'
import { earlierBuilds } from '../lib/earlier-builds.ts'
import { PageCache } from './cache/page-cache.ts'
import { PageStore } from './cache/page-store.ts'
import { Counts } from './counts/counts.ts'
import { AssetFolder, immutable } from './files/asset-folder.ts'
import { type Callers, callersBehind } from './http/client-address.ts'
import { type ErrorPages, errorPages, readErrorMessages } from './http/error-page.ts'
import { Inside } from './inside/inside.ts'
import type { Readiness } from './inside/readiness.ts'
import { requestIdOfError } from './inside/request.ts'
import { type Limits, memoryLimits } from './limits/limits.ts'
import { type Desk, type Door, deskAt } from './newsroom/door.ts'
import type { NewsroomPlace } from './newsroom/newsroom-port.ts'
import { Gate } from './render/gate.ts'
import type { Renders } from './render/render-page.ts'
import { siteOf, type Upstream } from './render/upstream.ts'
import { Violations } from './reports/violations.ts'

export type EdgeOptions = {
  /** Folder of the checkout: `.next`, `public`, `.build`, `messages`. */
  root: string
  dataDir: string
  siteUrl: string
  mode: 'production' | 'development'
  upstream: Upstream
  log: Logger
  /** Memory for kept pages, bytes. */
  cacheBytes?: number | undefined
  /** Proxies whose X-Forwarded-For is believed; nobody's unless told. */
  trustProxy?: readonly string[] | undefined
  /** Where the newsroom is, if it is not found where readers come to. */
  newsroom?: NewsroomPlace | null | undefined
}

/** Everything that answering a request needs. */
export type Edge = Callers & {
  cache: PageCache
  store: PageStore
  renders: Renders
  /** Pictures for other sites, apart from pages: neither pushes the other out, nor waits for it. */
  drawings: { cache: PageCache; store: PageStore; renders: Renders }
  errors: ErrorPages
  counts: Counts
  violations: Violations
  door: Door
  /** The newsroom's own name at this port; null where it has none. */
  desk: Desk | null
  /** Origin that readers see. */
  readers: string
  limits: Limits
  /** Null in development, where Next serves them. */
  assets: AssetFolder | null
  enhance: AssetFolder
  /** Of earlier builds, whose pages are still open somewhere. */
  earlier: { assets: readonly AssetFolder[]; enhance: readonly AssetFolder[] }
  files: AssetFolder
  mediaFolder: string
  development: boolean
  /** While the pages of the last edge may still come back; null from then on. */
  warming: Promise<void> | null
  inside: Inside
  /** What keeps it from doing all that it is there for. */
  readiness: Readiness
  log: Logger
}

/** 256 MB: about 20,000 stories with both codings. */
const defaultCacheBytes = 256 * 1024 * 1024
/** Renders at once: more only wait for each other in one renderer process. */
const rendersAtOnce = 8
const rendersWaiting = 256
/** 64 MB: about 500 drawings; more are on the renderer's disk. */
const drawingBytes = 64 * 1024 * 1024
const drawingsWaiting = 64

/** @throws {Error} when the message files or SITE_URL cannot be read. */
export function makeEdge(options: EdgeOptions): Edge {
  const { root, log, upstream, newsroom } = options
  const site = siteOf(options.siteUrl)
  const { https } = site
  const development = options.mode === 'development'
  const store = new PageStore(options.cacheBytes ?? defaultCacheBytes)
  const drawings = new PageStore(drawingBytes)
  const folder = (below: string, cacheControl: string, changing = development) =>
    new AssetFolder({ folder: path.join(root, below), cacheControl, https, changing })
  const builds = development ? [] : earlierBuilds(root)
  const inside = new Inside()
  const renders = {
    inside,
    upstream,
    site,
    log,
    gate: new Gate(rendersAtOnce, rendersWaiting),
    keeps: !development,
    timeout: development ? 120_000 : 10_000,
  }
  return {
    store,
    cache: new PageCache(store, logsFailures(log, inside)),
    renders,
    drawings: {
      store: drawings,
      cache: new PageCache(drawings, logsFailures(log, inside)),
      renders: { ...renders, gate: new Gate(availableParallelism(), drawingsWaiting) },
    },
    errors: errorPages(readErrorMessages(root), https),
    counts: new Counts(),
    violations: new Violations(log),
    readers: new URL(options.siteUrl).origin,
    door: newsroom ? 'readers' : 'both',
    desk: newsroom && !newsroom.address ? deskAt(newsroom.url) : null,
    limits: memoryLimits(),
    ...callersBehind(options.trustProxy ?? []),
    assets: development ? null : folder('.next/static', immutable),
    enhance: folder('.build/enhance', immutable),
    earlier: {
      assets: builds.map((build) => folder(path.join(build, 'static'), immutable)),
      enhance: builds.map((build) => folder(path.join(build, 'enhance'), immutable)),
    },
    files: folder('public', 'public, max-age=3600'),
    mediaFolder: path.join(options.dataDir, 'media'),
    development,
    warming: null,
    inside,
    readiness: async () => [],
    log,
  }
}

/** A renderer that is down fails for every page that is asked for: one line a second says so. */
function logsFailures(log: Logger, inside: Inside): (key: string, error: unknown) => void {
  let quietUntil = 0
  let unsaid = 0
  return (key, error) => {
    inside.failedRenders++
    const now = performance.now()
    if (now < quietUntil) {
      unsaid++
      return
    }
    const request = requestIdOfError(error)
    log.error({ request, key, err: error, unsaid }, 'a page could not be rendered')
    quietUntil = now + 1000
    unsaid = 0
  }
}
