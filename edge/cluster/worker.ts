import type { Socket } from 'node:net'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Logger } from 'pino'
import { PageStore } from '../cache/page-store.ts'
import { steadyNow } from '../clock.ts'
import { isKeptStory } from '../counts/tally.ts'
import { type Front, makeFront } from '../front.ts'
import { createEdgeServer } from '../http/server.ts'
import { Inside } from '../inside/inside.ts'
import { siteOf } from '../render/upstream.ts'
import { Way } from '../renderer/way.ts'
import { TlsServer } from '../tls/tls-server.ts'
import { Asker } from './asker.ts'
import { Connections } from './connections.ts'
import { type Hearing, hear } from './hear.ts'
import type { Beginning, Report, ToPrimary, ToWorker } from './messages.ts'
import { NearPages } from './near-pages.ts'

/** ms between sums that the primary is told without asking. */
const countInterval = 1000
/** ms between lists of what was read. */
const readsInterval = 20_000

type Later = Exclude<ToWorker, { kind: 'begin' }>

/** `sent` is called when it is on its way. */
type Send = (message: ToPrimary, sent?: () => void) => void

/**
 * systemd sends its signals to all processes of a service, and a closing terminal to all of its own. When a
 * worker ends is the primary's to say, so that requests under way finish; when it is gone, the channel closes.
 */
function leaveSignalsToPrimary(): void {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => {})
}

/** Waits for the primary to say what to do; from then on answers the connections that it hands over. */
export function runWorker(makeLog: (level: string) => Logger): void {
  leaveSignalsToPrimary()
  const send: Send = (message, sent) => {
    // Without the channel there is nobody left to tell, and this process ends.
    if (process.connected) process.send?.(message, undefined, undefined, () => sent?.())
  }
  process.once('disconnect', () => process.exit(0))
  process.once('message', (message: ToWorker) => {
    if (message.kind !== 'begin') throw new Error(`The primary began with ${message.kind}`)
    const { beginning } = message
    const log = makeLog(beginning.logLevel).child({ worker: beginning.number })
    process.on('uncaughtException', (error) => {
      log.fatal({ err: error }, 'a worker fails')
      process.exit(1)
    })
    const hearing = work(beginning, log, send)
    process.on('message', (heard: Later, socket?: Socket) => hear(hearing, heard, socket))
    send({ kind: 'up' })
  })
  send({ kind: 'loaded' })
}

/** @returns what is done with each further message */
function work(
  beginning: Beginning,
  log: Logger,
  send: Send,
): Hearing<Later, [socket: Socket | undefined]> {
  const asker = new Asker((question, ask) => send({ kind: 'ask', question, ask }))
  const store = new PageStore(beginning.cacheBytes)
  const inside = new Inside()
  const pages = new NearPages(store, asker.ask, (how) => inside.served(how), {
    ahead: steadyNow() - beginning.now,
  })
  const way = new Way()
  if (beginning.renderer) way.open(beginning.renderer)
  const front: Front = {
    ...makeFront({ ...beginning, log }),
    fresh: (key) => pages.fresh(key),
    pages,
    limits: {
      take: (name, network, points = 1) => asker.ask('take', { name, network, points }),
    },
    tally: {
      answered: (event) => send({ kind: 'answered', event }),
      read: (path) => {
        const isKept = isKeptStory(path, (key) => store.get(key))
        send({ kind: 'read', path, isKept })
      },
    },
    violations: { add: (violation) => send({ kind: 'violation', violation }) },
    readiness: () => asker.ask('unready', null),
    renders: { upstream: way, site: siteOf(beginning.siteUrl), keeps: true },
    inside,
  }
  const server = createEdgeServer(front, beginning.certificate)
  const connections = new Connections(server)
  const tellCounted = () => send({ kind: 'counted', counted: inside.takeCounted() })
  setInterval(tellCounted, countInterval).unref()
  const tellReads = () => {
    const reads = store.takeReads()
    if (reads.length > 0) send({ kind: 'reads', reads })
  }
  setInterval(tellReads, readsInterval).unref()
  const report = reporter(store)

  return {
    connection: ({ connection }, socket) => {
      send({ kind: 'accepted', connection })
      // A reader who is gone already leaves no socket.
      if (socket) connections.take(socket)
    },
    told: ({ question, told }) => asker.told(question, told),
    failed: ({ question, failure }) => asker.failed(question, failure),
    purge: ({ keys, urgent }) => pages.purge(keys, urgent),
    renderer: ({ place }) => {
      if (place) way.open(place)
      else void way.shut()
    },
    certificate: ({ certificate }) => {
      if (server instanceof TlsServer) server.renew(certificate)
    },
    look: () => {
      tellCounted()
      send({ kind: 'report', report: report() })
    },
    drain: ({ patience }) =>
      void connections
        .drain(patience)
        .then(tellReads)
        .then(() =>
          send({ kind: 'counted', counted: inside.takeCounted() }, () => process.disconnect()),
        ),
  }
}

function reporter(store: PageStore): () => Report {
  const lag = monitorEventLoopDelay({ resolution: 10 })
  lag.enable()
  return () => {
    const { user, system } = process.cpuUsage()
    const loopLagSeconds = lag.count > 0 ? lag.percentile(99) / 1e9 : 0
    lag.reset()
    return {
      memory: process.memoryUsage.rss(),
      cpuSeconds: (user + system) / 1e6,
      loopLagSeconds,
      store: { pages: store.size, bytes: store.bytes, limit: store.limit },
    }
  }
}
