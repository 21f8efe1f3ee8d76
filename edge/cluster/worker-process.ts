import { type ChildProcess, fork } from 'node:child_process'
import type { Socket } from 'node:net'
import type { Room } from './doorman.ts'
import type { Report, ToPrimary, ToWorker } from './messages.ts'

/** One life of a worker. */
export class WorkerProcess implements Room {
  /** The reason, when it is over. */
  readonly end: Promise<string>
  report: Report | null = null
  /** When it last told how it is, or began; `performance.now()`. */
  heardAt = performance.now()
  private readonly child: ChildProcess
  private lookers: (() => void)[] = []

  /** @param program its file */
  constructor(program: string, onMessage: (message: ToPrimary) => void) {
    this.child = fork(program, [], {
      serialization: 'advanced',
      execArgv: [],
      env: environment(),
      // Ctrl-C in a terminal goes to the whole group: the primary alone decides when workers end.
      detached: true,
    })
    this.end = ended(this.child)
    this.child.on('message', (message) => onMessage(message as ToPrimary))
    void this.end.then(() => this.seen())
  }

  get pid(): number | undefined {
    return this.child.pid
  }

  send(message: ToWorker): void {
    this.pass(message)
  }

  hand(connection: number, socket: Socket): void {
    this.pass({ kind: 'connection', connection }, socket)
  }

  /** Asks how it is; resolves when it has told, when it is over, or after `patience` ms. */
  look(patience: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, patience).unref()
      this.lookers.push(() => {
        clearTimeout(timer)
        resolve()
      })
      this.send({ kind: 'look' })
    })
  }

  kill(): void {
    this.child.kill('SIGKILL')
  }

  private pass(message: ToWorker, socket?: Socket): void {
    // One that has just died is told nothing more; what it should have had is given back at its end.
    if (this.child.connected) this.child.send(message, socket, { keepOpen: true }, () => {})
  }

  reported(report: Report): void {
    this.report = report
    this.heardAt = performance.now()
    this.seen()
  }

  private seen(): void {
    for (const done of this.lookers.splice(0)) done()
  }
}

/** Who talks to strangers need not know what opens the newsroom. */
function environment(): NodeJS.ProcessEnv {
  const own = { ...process.env }
  for (const name of secrets) delete own[name]
  return own
}
const secrets = ['DATABASE_URL', 'PAYLOAD_SECRET', 'ADMIN_EMAIL', 'ADMIN_PASSWORD']

const ended = (child: ChildProcess): Promise<string> =>
  new Promise((resolve) => {
    child.once('error', (error) => resolve(`could not be started: ${error.message}`))
    child.once('exit', (code, signal) => resolve(signal ? `by ${signal}` : `with code ${code}`))
  })
