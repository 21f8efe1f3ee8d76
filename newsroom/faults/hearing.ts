import { AsyncLocalStorage } from 'node:async_hooks'
import { types } from 'node:util'
import pg from 'pg'

/** What a piece of work met of its database. */
export type Heard = {
  /** The first fault; null while there is none. */
  fault: Error | null
  /** Settled when the database said nothing for as long as it is waited for. */
  silence: Promise<void>
}

type Ear = Heard & { silent: () => void }
type Ears = { each: AsyncLocalStorage<Ear>; lastFault: number }

/**
 * One for the process: Next bundles this module into each route, and the newsroom that whoever came first opened is that of all of
 * them.
 */
const place = Symbol.for('portal.database-faults')
const shared = globalThis as { [place]?: Ears }
const ears = shared[place] ?? {
  each: new AsyncLocalStorage<Ear>(),
  lastFault: Number.NEGATIVE_INFINITY,
}
shared[place] = ears

/** Does a piece of work, and hears of every fault of the database in it, even of those that are caught there. */
export function hearing<T>(work: (heard: Heard) => T): T {
  let silent = () => {}
  const silence = new Promise<void>((resolve) => {
    silent = resolve
  })
  const ear = { fault: null, silence, silent }
  return ears.each.run(ear, () => work(ear))
}

/** Whether anybody in this process met a fault since a moment, ms of `performance.now()`. */
export const anyFaultSince = (moment: number): boolean => ears.lastFault >= moment

/** Tells whoever listens, if it is one. */
export function noteFault(error: unknown): void {
  if (!isFault(error)) return
  ears.lastFault = performance.now()
  const ear = ears.each.getStore()
  if (!ear) return
  ear.fault ??= error
  if (isSilence(error)) ear.silent()
}

/** Errors that pg and its pool make when their patience ends; they carry no code. */
export const isSilence = (error: unknown): boolean =>
  types.isNativeError(error) &&
  /^(?:Query read timeout|timeout exceeded when trying to connect|.*due to connection timeout)$/.test(
    error.message,
  )

/**
 * Classes of SQLSTATE that are no answer to what was asked: the connection, what the server lacks (connections, disk, memory),
 * its end, its files; and a standby that takes no changes.
 */
const ofServer = /^(?:08|53|57P|58|XX|25006)/

/** Whether an error says that the database cannot be used, rather than that it refused a statement. */
function isFault(error: unknown): error is Error {
  if (error instanceof pg.DatabaseError) return ofServer.test(error.code ?? '')
  return types.isNativeError(error)
}
