/** No answer can be given now; it may be asked for again. */
export class Unavailable extends Error {
  /** Seconds, for Retry-After (RFC 9110, 10.2.3). */
  readonly retryAfter: number

  constructor(message: string, options: ErrorOptions & { retryAfter?: number } = {}) {
    super(message, options)
    this.name = 'Unavailable'
    this.retryAfter = options.retryAfter ?? 5
  }
}

/** Lets so many tasks run at once and so many wait; whoever comes beyond is turned away. */
export class Gate {
  private running = 0
  private readonly queue: (() => void)[] = []
  private readonly atOnce: number
  private readonly waiting: number

  constructor(atOnce: number, waiting: number) {
    this.atOnce = atOnce
    this.waiting = waiting
  }

  /** Tasks that wait for their turn. */
  get queued(): number {
    return this.queue.length
  }

  get underWay(): number {
    return this.running
  }

  /** @throws {Unavailable} when the queue is full; else whatever the task throws. */
  async run<T>(task: () => Promise<T>): Promise<T> {
    if (this.running >= this.atOnce) {
      if (this.queue.length >= this.waiting)
        throw new Unavailable(`${this.waiting} renders are waiting already`)
      await new Promise<void>((resolve) => this.queue.push(resolve))
    } else this.running++
    try {
      return await task()
    } finally {
      // The place goes to the next in the queue without becoming free in between.
      const next = this.queue.shift()
      if (next) next()
      else this.running--
    }
  }
}
