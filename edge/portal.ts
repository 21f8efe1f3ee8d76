import type { Server } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import { languageCodes } from '../lib/languages.ts'
import { pathOf } from '../lib/urls.ts'
import { makerOf, restore, takeSnapshot, writeSnapshot } from './cache/snapshot.ts'
import { type CountKeeper, keepCounts } from './counts/keep-counts.ts'
import { startRanking } from './counts/rank-reads.ts'
import { readyDrawings } from './drawings/render-drawing.ts'
import { type Edge, makeEdge } from './edge.ts'
import type { Entrance } from './entrance.ts'
import { drain } from './http/listen.ts'
import type { MetricsAddress } from './inside/metrics-server.ts'
import { type Opened, openInside } from './inside/open-inside.ts'
import { freeBytesIn } from './inside/readiness.ts'
import { type NewsroomPlace, openNewsroomPort } from './newsroom/newsroom-port.ts'
import { openEntrance, ownShare, type Workers } from './open-entrance.ts'
import { type Follower, followOutbox } from './outbox-follower.ts'
import { renderPage } from './render/render-page.ts'
import { Pulse } from './renderer/pulse.ts'
import { Supervisor } from './renderer/supervisor.ts'
import { type Certificate, type CertificateFiles, readCertificate } from './tls/certificate.ts'
import { openPlainPort } from './tls/plain-port.ts'
import { watchCertificate } from './tls/renewal.ts'
import { TlsServer } from './tls/tls-server.ts'
import { keepWarm, type Warmth } from './warm/keep-warm.ts'
import { type Pinger, startPinger } from './websub/pinger.ts'

export type PortalOptions = {
  host: string
  /** 0: any free one. */
  port: number
  siteUrl: string
  databaseUrl: string
  /** Settled when the database can be used; until then the renderer comes up, which takes longer. */
  databaseReady?: Promise<unknown> | undefined
  dataDir: string
  secret: string
  mode: 'production' | 'development'
  /** Folder of the checkout: `.next`, `public`, `.build`, `messages` and `node_modules` are there. */
  root: string
  /** Memory for kept pages, bytes; 256 MB unless told. */
  cacheBytes?: number | undefined
  /** Processes that answer readers, and the file that they run; this one alone unless told, and in development. */
  workers?: Workers | undefined
  /** The newsroom's own origin, and port if it has one; it shares the readers' unless told. */
  newsroom?: NewsroomPlace | null | undefined
  /** Whether anybody may read through the newsroom's REST API; off unless told. */
  publicApi?: boolean | undefined
  /** Proxies whose X-Forwarded-For is believed; nobody's unless told. */
  trustProxy?: readonly string[] | undefined
  /** With it, TLS is spoken on the port; null: not. */
  tls?: CertificateFiles | null | undefined
  /** Port for plain HTTP that leads to https; null: none. */
  plainPort?: number | null | undefined
  /** Where metrics are served; null: nowhere. */
  metrics?: MetricsAddress | null | undefined
  log: Logger
  /** Ends a start that is still under way: everything is closed and `startPortal` rejects. */
  signal?: AbortSignal | undefined
}

export type Portal = {
  /** Where it listens: `http://localhost:3000`. */
  url: string
  /** Requests under way finish (8 s at most), then renderer, outbox follower, pinger and counting end. */
  close(): Promise<void>
}

/** ms that requests under way have when the portal closes. */
const drainPatience = 8000
/** ms to wait for the outbox at the start; a database that is away must not keep readers out. */
const outboxPatience = 3000

/**
 * Opens the portal for readers: port first, then the renderer, which it supervises, and the outbox,
 * which it follows. Resolves when the first page can be answered.
 * @throws {Error} with one plain sentence when the port cannot be opened, a certificate not be used, or the renderer does not come
 * up; nothing is left running then.
 */
export async function startPortal(options: PortalOptions): Promise<Portal> {
  const { log } = options
  const began = performance.now()
  const certificate = options.tls ? readCertificate(options.tls) : null
  const pulse = new Pulse()
  const supervisor = new Supervisor({
    ...options,
    pulse,
    hasDatabase: () => follower?.isFollowing() ?? false,
    adminUrl: options.newsroom?.url,
    onPlace: (place) => entrance?.rendererAt(place),
  })
  const edge = makeEdge({ ...options, pulse, upstream: supervisor, cacheBytes: ownShare(options) })
  const isWarm = warming(edge)
  let entrance: Entrance | undefined
  entrance = await openEntrance(edge, options, certificate, () => supervisor.place)
  const { port, purge, gather, workers, renew } = entrance
  let follower: Follower | undefined
  let inside: Opened | undefined
  let pinger: Pinger | undefined
  let keeper: CountKeeper | undefined
  let warmth: Warmth | undefined
  let ranking: ReturnType<typeof startRanking> | undefined
  let desk: Server | undefined
  let plain: Server | undefined
  const toAll = (renewed: Certificate) => {
    renew(renewed)
    if (desk instanceof TlsServer) desk.renew(renewed)
  }
  const renewal = options.tls ? watchCertificate(options.tls, toAll, log) : undefined
  let closing: Promise<void> | undefined
  const close = () => {
    closing ??= closeAll(
      [
        entrance?.close(drainPatience),
        ...[desk, plain].map((server) => server && drain(server, drainPatience)),
      ],
      [renewal, supervisor, follower, pinger, keeper, ranking, inside],
      () => {
        warmth?.close()
        remember(edge, options, follower)
      },
    ).then(() => log.info('the portal is closed'))
    return closing
  }
  const beside = {
    hasRenderer: () => supervisor.place !== null,
    rendererRestarts: () => supervisor.restarts,
    followsOutbox: () => follower?.isFollowing() ?? false,
    isWarm: () => warmth?.isWarm ?? false,
    outboxPosition: () => follower?.position()?.seq ?? null,
    freeBytes: () => freeBytesIn(options.dataDir),
    gather,
    workers,
  }
  options.signal?.addEventListener('abort', () => void close(), { once: true })
  try {
    options.signal?.throwIfAborted()
    inside = await openInside(edge, beside, options)
    if (options.newsroom?.address) {
      const { url, address } = options.newsroom
      desk = await openNewsroomPort(edge, url, address, certificate)
    }
    if (options.plainPort) plain = await openPlainPort(edge, options.plainPort, options.host)
    const started = supervisor.start(inside.environment)
    await options.databaseReady
    options.signal?.throwIfAborted()
    pinger = startPinger(options)
    follower = follow(edge, options, { pinger, purge })
    void follower.ready.then(isWarm)
    ranking = startRanking(options)
    keeper = keepCounts({ counts: edge.counts, databaseUrl: options.databaseUrl, log })
    await Promise.all([started, entrance.ready])
    await Promise.race([follower.ready, sleep(outboxPatience, undefined, { ref: false })])
    await warm(edge)
    warmth = keepWarm(edge)
  } catch (error) {
    await close()
    throw error
  }
  log.info({ port, ms: Math.round(performance.now() - began) }, 'the portal is open')
  readyDrawings(edge)
  return { url: `${options.tls ? 'https' : 'http'}://${hostInUrl(options.host)}:${port}`, close }
}

function follow(
  edge: Edge,
  options: PortalOptions,
  { pinger, purge }: { pinger: Pinger; purge: Entrance['purge'] },
): Follower {
  const { cache, drawings, store, log, renders, inside } = edge
  const maker = makerOf(options.root, options.siteUrl)
  const snapshot = renders.keeps ? takeSnapshot(options.dataDir, maker) : null
  return followOutbox({
    databaseUrl: options.databaseUrl,
    log,
    resume: snapshot
      ? { from: snapshot.position, onResume: () => restore(store, snapshot) }
      : undefined,
    onChange: ({ keys, urgent }, lagMs) => {
      const pages = cache.purge(keys, urgent) + drawings.cache.purge(keys, urgent)
      purge(keys, urgent)
      inside.purged({ at: Date.now(), keys, urgent, pages, lagMs })
      log.debug({ keys, urgent, pages }, 'purged')
      pinger.nudge()
    },
    onUnknown: (reason) => {
      const pages = cache.purgeAll() + drawings.cache.purgeAll()
      purge(null, false)
      inside.purged({ at: Date.now(), keys: null, urgent: false, pages, lagMs: null })
      log.debug({ reason, pages }, 'everything is purged')
    },
  })
}

/** Holds back what would be rendered until the outbox is read, or for 3 s. @returns What lets it go. */
function warming(edge: Edge): () => void {
  let done = () => {}
  edge.warming = new Promise((resolve) => {
    done = resolve
  })
  const isWarm = () => {
    edge.warming = null
    done()
  }
  setTimeout(isWarm, outboxPatience).unref()
  return isWarm
}

/** What readers read last, for the next start. */
function remember(edge: Edge, options: PortalOptions, follower?: Follower): void {
  const maker = makerOf(options.root, options.siteUrl)
  const position = follower?.position()
  if (!edge.renders.keeps || !position || maker === null) return
  writeSnapshot(options.dataDir, { maker, position, store: edge.store }, edge.log)
}

/** What readers' last requests were counted as is written before the database ends. */
async function closeAll(
  drains: readonly (Promise<void> | undefined)[],
  others: readonly ({ close(): Promise<void> } | undefined)[],
  remembered: () => void,
): Promise<void> {
  await Promise.all(drains)
  remembered()
  await Promise.all(others.map((other) => other?.close()))
}

/** Renders a front page, so that the renderer has loaded what it needs; the others follow behind. */
async function warm(edge: Edge): Promise<void> {
  const [first, ...others] = languageCodes.map((language) => () => {
    const path = pathOf({ kind: 'front', language })
    return edge.cache
      .get(path, (begin) => renderPage(edge.renders, { path, kind: 'front', language }, begin))
      .catch(() => {
        // The cache has logged it. Readers get an error page until it can be rendered.
      })
  })
  await first?.()
  if (edge.renders.keeps) for (const other of others) void other()
}

const hostInUrl = (host: string): string => {
  if (['', '0.0.0.0', '::'].includes(host)) return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}
