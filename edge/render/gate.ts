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

/** What is still asked for when the portal ends: no fault. */
export class Closing extends Unavailable {
  constructor() {
    super('The portal is closing')
  }
}

/** Lets so many tasks run at once and so many wait, not for ever; whoever comes beyond is turned away. */
export class Gate {
  private running = 0
  /** Who waits, the first first: a set keeps that order. */
  private readonly queue = new Set<() => void>()
  private readonly atOnce: number
  private readonly waiting: number
  private readonly patience: number

  /**
   * @param atOnce tasks that run side by side
   * @param waiting tasks that wait at most
   * @param patience ms that one waits at most
   */
  constructor(atOnce: number, waiting: number, patience = 10_000) {
    this.atOnce = atOnce
    this.waiting = waiting
    this.patience = patience
  }

  /** Tasks that wait for their turn. */
  get queued(): number {
    return this.queue.size
  }

  get underWay(): number {
    return this.running
  }

  /** @throws {Unavailable} when the queue is full, or does not move; else whatever the task throws. */
  async run<T>(task: () => Promise<T>): Promise<T> {
    if (this.running >= this.atOnce) {
      if (this.queue.size >= this.waiting)
        throw new Unavailable(`${this.waiting} renders are waiting already`)
      await this.turn()
    } else this.running++
    try {
      return await task()
    } finally {
      // The place goes to the next in the queue without becoming free in between.
      const [next] = this.queue
      if (next) next()
      else this.running--
    }
  }

  private turn(): Promise<void> {
    return new Promise((resolve, reject) => {
      const take = () => {
        clearTimeout(timer)
        this.queue.delete(take)
        resolve()
      }
      const timer = setTimeout(() => {
        this.queue.delete(take)
        reject(new Unavailable(`No turn to render came within ${this.patience} ms`))
      }, this.patience)
      this.queue.add(take)
    })
  }
}
