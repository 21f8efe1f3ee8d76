import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { OfReaders } from './answer-worker.ts'
import { type Hearing, hear } from './hear.ts'
import type { Beginning, ToPrimary, ToWorker } from './messages.ts'
import { WorkerProcess } from './worker-process.ts'

export type LifeOptions = {
  program: string
  number: number
  log: Logger
  /** What it is told at the beginning of each life. */
  beginning: () => Beginning
  /** It can take connections. */
  onUp: (worker: WorkerProcess) => void
  onEnd: (worker: WorkerProcess) => void
  onAccepted: (worker: WorkerProcess, connection: number) => void
  /** What is done with what it asks and tells of its readers. */
  hearing: (worker: WorkerProcess) => Hearing<OfReaders>
}

/** ms between looks; without an answer for `patience` it hangs, and is killed. */
const lookInterval = 3000
const patience = 15_000
/** A worker that lived so long, ms, is started again at once when it dies. */
const settled = 10_000
/** ms beyond those of its requests that a worker has to end by itself. */
const grace = 1000

/** Keeps one worker running: starts it again when it dies or hangs, later each time it dies soon. */
export class WorkerLife {
  /** Settled when it is up for the first time. @throws {Error} when it dies before. */
  readonly started: Promise<void>
  restarts = 0
  private worker: WorkerProcess | null = null
  private isUp = false
  private readonly options: LifeOptions
  private readonly ending = new AbortController()
  private readonly life: Promise<void>
  private begun = (): void => {}
  private failed = (_error: Error): void => {}

  constructor(options: LifeOptions) {
    this.options = options
    this.started = new Promise((resolve, reject) => {
      this.begun = resolve
      this.failed = reject
    })
    this.started.catch(() => {})
    this.life = this.live()
  }

  /** The worker that can be told something; null while there is none. */
  get current(): WorkerProcess | null {
    return this.isUp ? this.worker : null
  }

  /** Only what has begun needs to know: what begins later is told how things stand then. */
  send(message: ToWorker): void {
    this.current?.send(message)
  }

  /** Lets its requests finish. @param ms that they have at most */
  async close(ms: number): Promise<void> {
    this.ending.abort()
    const late = setTimeout(() => this.worker?.kill(), ms + grace)
    if (this.isUp) this.send({ kind: 'drain', patience: ms })
    else this.worker?.kill()
    await this.life
    clearTimeout(late)
  }

  private async live(): Promise<void> {
    const { log, number } = this.options
    const { signal } = this.ending
    for (let failures = 0; !signal.aborted; ) {
      const began = performance.now()
      const reason = await this.liveOnce()
      this.failed(new Error(`Worker ${number} of the edge did not come up: it ended ${reason}`))
      if (signal.aborted) break
      failures = performance.now() - began > settled ? 0 : failures + 1
      // The first time at once: readers wait for it.
      const wait = failures <= 1 ? 0 : Math.min(5000, 50 * 2 ** failures)
      this.restarts++
      log.error({ worker: number, reason, wait }, 'a worker ended; it is started again')
      await sleep(wait, undefined, { signal }).catch(() => {})
    }
  }

  /** @returns the reason of its end */
  private async liveOnce(): Promise<string> {
    const { program, number, beginning, hearing, onUp, onAccepted, onEnd, log } = this.options
    const worker: WorkerProcess = new WorkerProcess(program, (message) => hear(all, message))
    const all: Hearing<ToPrimary> = {
      loaded: () => {
        // From this message on it hears every purge; the pages that it keeps come later.
        worker.send({ kind: 'begin', beginning: beginning() })
        this.isUp = true
      },
      up: () => {
        log.info({ worker: number, pid: worker.pid }, 'a worker is up')
        onUp(worker)
        this.begun()
      },
      accepted: ({ connection }) => onAccepted(worker, connection),
      report: ({ report }) => worker.reported(report),
      ...hearing(worker),
    }
    this.worker = worker
    const looking = setInterval(() => this.watch(worker), lookInterval)
    const reason = await worker.end
    clearInterval(looking)
    this.isUp = false
    this.worker = null
    onEnd(worker)
    return reason
  }

  private watch(worker: WorkerProcess): void {
    if (performance.now() - worker.heardAt < patience) return void worker.look(lookInterval)
    this.options.log.error({ worker: this.options.number }, 'a worker hangs; it is killed')
    worker.kill()
  }
}
