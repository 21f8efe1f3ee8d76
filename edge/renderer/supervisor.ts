import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Dispatcher } from 'undici'
import { freePort } from '../free-port.ts'
import type { Upstream } from '../render/upstream.ts'
import { answers, untilAnswers } from './health.ts'
import { newKey } from './key.ts'
import { logMessages } from './output.ts'
import type { Pulse } from './pulse.ts'
import { type SpawnOptions, spawnRenderer } from './spawn.ts'
import { type RendererPlace, Way } from './way.ts'

export type SupervisorOptions = Omit<SpawnOptions, 'port' | 'origin' | 'key' | 'environment'> & {
  log: Logger
  /** Told of each renderer that is up, and with null when it is gone. */
  onPlace?: (place: RendererPlace | null) => void
  /** Told how pages come out; without it, whether the renderer answers is all that is looked at. */
  pulse?: Pulse | undefined
  /** Whether what the renderer needs is there: while it is not, another renderer would give no page either. */
  hasDatabase?: () => boolean
  /** ms between looks at it; 3 s unless told. */
  lookInterval?: number
}

/** ms between looks, and for an answer; looks without one until the renderer counts as hung: after 16 s at most. */
const defaultLookInterval = 3000
const lookPatience = 5000
const mostMissed = 2
/** ms in which the renderer must come up. Development compiles first. */
const startTimeout = { production: 60_000, development: 180_000 } as const
/** ms for the renderer to end by itself. */
const endTimeout = 1500
/** A renderer that lived so long, ms, is started again at once when it dies. */
const settled = 30_000

/** Keeps one renderer running: starts it again when it dies or hangs, later each time it fails soon. */
export class Supervisor implements Upstream {
  /** How often the renderer was started again. */
  restarts = 0
  private readonly options: SupervisorOptions
  private child: ChildProcess | undefined
  private readonly way = new Way()
  private readonly ending = new AbortController()
  private environment: Readonly<Record<string, string>> = {}
  private life: Promise<void> = Promise.resolve()
  private begun = (): void => {}
  private failed = (_error: Error): void => {}
  private readonly started: Promise<void>

  constructor(options: SupervisorOptions) {
    this.options = options
    this.started = new Promise((resolve, reject) => {
      this.begun = resolve
      this.failed = reject
    })
    this.started.catch(() => {})
  }

  /**
   * Starts the renderer and watches over it from then on. Resolves when it is up for the first time.
   * @throws {Error} when its first life ends before: then it is the build or a setting, and starting it
   * again does not help.
   * @param environment that each renderer gets beside the portal's own
   */
  start(environment: Readonly<Record<string, string>> = {}): Promise<void> {
    this.environment = environment
    this.life = this.live()
    return this.started
  }

  get origin(): string {
    return this.way.origin
  }

  get key(): string {
    return this.way.key
  }

  /** Where it can be asked for pages at this moment; null when it is not there. */
  get place(): RendererPlace | null {
    return this.way.place
  }

  dispatcher(patience: number): Promise<Dispatcher> {
    return this.way.dispatcher(patience)
  }

  /** Ends the renderer; whatever is under way there is cut off. Resolves when the process is gone. */
  async close(): Promise<void> {
    this.ending.abort()
    this.way.end()
    await this.life
  }

  private async live(): Promise<void> {
    const { log } = this.options
    const { signal } = this.ending
    for (let failures = 0; !signal.aborted; ) {
      const began = performance.now()
      const reason = await this.runOnce().catch((error: unknown) => String(error))
      this.failed(new Error(`The renderer did not come up: it ended ${reason}`))
      if (signal.aborted) break
      failures = performance.now() - began > settled ? 0 : failures + 1
      const wait = failures === 0 ? 0 : Math.min(15_000, 100 * 2 ** failures)
      this.restarts++
      log.error({ reason, wait }, 'the renderer ended; it is started again')
      await sleep(wait, undefined, { signal }).catch(() => {})
    }
  }

  /** One life of the renderer; gives the reason of its end. */
  private async runOnce(): Promise<string> {
    const { log, mode } = this.options
    const port = await freePort()
    const origin = `http://127.0.0.1:${port}`
    const began = performance.now()
    const key = newKey()
    const child = spawnRenderer({
      ...this.options,
      port,
      origin,
      key,
      environment: this.environment,
    })
    this.child = child
    if (child.stdout) logMessages(child.stdout, log)
    if (child.stderr) logMessages(child.stderr, log)
    const gone = new AbortController()
    const end = ended(child)
    void end.then(() => gone.abort())
    const over = AbortSignal.any([this.ending.signal, gone.signal])
    try {
      if (await untilAnswers(origin, key, startTimeout[mode], over)) {
        this.open({ origin, key })
        log.info(
          { pid: child.pid, ms: Math.round(performance.now() - began) },
          'the renderer is up',
        )
        await this.watch(origin, key, over)
      }
    } finally {
      await this.shut()
      await this.stop(child, end)
    }
    return end
  }

  /** Returns when it is over, or when the renderer no longer answers, or gives no page. */
  private async watch(origin: string, key: string, signal: AbortSignal): Promise<void> {
    for (let missed = 0; !signal.aborted; ) {
      const { mode, lookInterval = defaultLookInterval } = this.options
      await sleep(lookInterval, undefined, { signal }).catch(() => {})
      // Compiling a page may take the event loop of `next dev` for longer than any limit.
      if (signal.aborted || mode === 'development') continue
      missed = (await answers(origin, key, lookPatience)) ? 0 : missed + 1
      if (signal.aborted) continue
      if (missed >= mostMissed) return this.kill('the renderer hangs; it is killed')
      if (missed === 0 && this.isIll()) {
        this.options.pulse?.treated()
        return this.kill('the renderer answers, but gives no page; it is killed')
      }
    }
  }

  private isIll(): boolean {
    const { pulse, hasDatabase } = this.options
    return pulse?.isIll === true && hasDatabase?.() !== false
  }

  private kill(reason: string): void {
    this.options.log.error(reason)
    this.child?.kill('SIGKILL')
  }

  private open(place: RendererPlace): void {
    this.options.pulse?.forget()
    this.way.open(place)
    this.options.onPlace?.(place)
    this.begun()
  }

  private async shut(): Promise<void> {
    this.options.onPlace?.(null)
    await this.way.shut()
  }

  private async stop(child: ChildProcess, end: Promise<string>): Promise<void> {
    child.kill('SIGTERM')
    const late = setTimeout(() => child.kill('SIGKILL'), endTimeout)
    await end
    clearTimeout(late)
  }
}

const ended = (child: ChildProcess): Promise<string> =>
  new Promise((resolve) => {
    child.once('error', (error) => resolve(`could not be started: ${error.message}`))
    child.once('exit', (code, signal) => resolve(signal ? `by ${signal}` : `with code ${code}`))
  })
