/** Thrown through whatever is under way when the operator ends the command. */
export class Stopped extends Error {
  override name = 'Stopped'
}

export type Stopping = {
  /** Aborted, with `Stopped`, by the first signal. */
  signal: AbortSignal
  /** Settled by the first signal. */
  asked: Promise<void>
  wasAsked(): boolean
  /** Breaks off what is under way, after a fault. */
  abandon(): void
  /** Ms until everything must have ended; counts down from the first signal. */
  leftMs(): number
}

/** From the first signal to the end of everything, ms. */
const limitMs = 9_500
/**
 * A signal may come twice for one wish: a terminal sends Ctrl-C to the whole group, and npm passes it on
 * once more. Only a later one is a second wish, ms.
 */
const sameWishMs = 750

/** How often a start by npm looks whether npm is still there, ms. */
const parentCheckMs = 500

/**
 * Listens for SIGINT, SIGTERM and SIGHUP: the first asks for an orderly end, a second one ends at once.
 * The end of npm counts as a signal too: killed, it could not pass one on.
 */
export function listenForStop(): Stopping {
  const controller = new AbortController()
  let askedAt: number | null = null
  const asked = new Promise<void>((resolve) => {
    const onSignal = () => {
      if (askedAt === null) {
        askedAt = performance.now()
        controller.abort(new Stopped())
        resolve()
      } else if (performance.now() - askedAt > sameWishMs) process.exit(1)
    }
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, onSignal)
    if (process.env.npm_lifecycle_event === undefined) return
    const parent = process.ppid
    const watching = setInterval(() => {
      if (process.ppid === parent) return
      clearInterval(watching)
      if (askedAt === null) onSignal()
    }, parentCheckMs)
    watching.unref()
  })
  return {
    signal: controller.signal,
    asked,
    wasAsked: () => askedAt !== null,
    abandon: () => controller.abort(new Stopped()),
    leftMs: () =>
      askedAt === null ? limitMs : Math.max(0, limitMs - (performance.now() - askedAt)),
  }
}
