import { sharesOf } from '../../lib/workers.ts'
import { steadyNow } from '../clock.ts'
import type { Edge } from '../edge.ts'
import type { Entrance, EntranceOptions } from '../entrance.ts'
import type { RendererPlace } from '../renderer/way.ts'
import type { Certificate } from '../tls/certificate.ts'
import { hearingOf } from './answer-worker.ts'
import { Doorman } from './doorman.ts'
import type { Beginning, ToWorker } from './messages.ts'
import { WorkerLife } from './worker-life.ts'

/** ms that a worker has to tell how it is, before its last report is taken. */
const reportPatience = 1000

export type WorkersOptions = EntranceOptions & {
  /** At least 2; the file that each runs. */
  workers: { count: number; program: string }
  /** Memory for kept pages of all processes, bytes. */
  cacheBytes: number
  /** Where the renderer is at this moment. */
  renderer: () => RendererPlace | null
}

/**
 * Opens the readers' port with several processes behind it, which ask this one for whatever they do not
 * keep themselves (docs/decisions/0014).
 * @throws {PlainError} when the port cannot be opened; nothing is left running then.
 */
export async function openWorkers(
  edge: Edge,
  options: WorkersOptions,
  first: Certificate | null,
): Promise<Entrance> {
  const { log } = options
  const { count, program } = options.workers
  let certificate = first
  const doorman = new Doorman()
  const port = await doorman.open(options.port, options.host)
  const beginning = (number: number): Beginning => ({
    root: options.root,
    dataDir: options.dataDir,
    siteUrl: options.siteUrl,
    mode: options.mode,
    trustProxy: options.trustProxy,
    newsroom: options.newsroom,
    now: steadyNow(),
    number,
    logLevel: log.level,
    cacheBytes: sharesOf(options.cacheBytes, count).worker,
    certificate,
    renderer: options.renderer(),
  })
  const lives = Array.from(
    { length: count },
    (_, at) =>
      new WorkerLife({
        program,
        number: at + 1,
        log,
        beginning: () => beginning(at + 1),
        onUp: (worker) => doorman.enter(worker),
        onEnd: (worker) => doorman.leave(worker),
        onAccepted: (worker, connection) => doorman.accepted(worker, connection),
        hearing: (worker) => hearingOf(edge, (message) => worker.send(message)),
      }),
  )
  const tellAll = (message: ToWorker): void => {
    for (const life of lives) life.send(message)
  }
  const ready = Promise.all(lives.map(({ started }) => started)).then(() => {})
  // Whoever waits for it is told.
  ready.catch(() => {})
  return {
    port,
    ready,
    purge: (keys, urgent) => tellAll({ kind: 'purge', keys, urgent }),
    rendererAt: (place) => tellAll({ kind: 'renderer', place }),
    renew: (renewed) => {
      certificate = renewed
      tellAll({ kind: 'certificate', certificate: renewed })
    },
    gather: async () => {
      await Promise.all(lives.map((life) => life.current?.look(reportPatience)))
    },
    workers: () =>
      lives.map(({ current, restarts }, at) => ({
        number: at + 1,
        restarts,
        pid: current?.pid ?? null,
        report: current?.report ?? null,
      })),
    close: async (patience) => {
      doorman.close()
      await Promise.all(lives.map((life) => life.close(patience)))
    },
  }
}
