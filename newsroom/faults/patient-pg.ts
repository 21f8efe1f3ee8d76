import { AsyncResource } from 'node:async_hooks'
import { types } from 'node:util'
import type { postgresAdapter } from '@payloadcms/db-postgres'
import pg from 'pg'
import { isSilence, noteFault } from './hearing.ts'

type Asking = (...args: unknown[]) => unknown

/**
 * Lets every error of what is asked be noted, whether it comes by a callback or a promise. The context in which it
 * was asked is that in which it is noted: pg calls back in one of its own.
 */
function noting(ask: Asking, onError: (error: unknown) => void): Asking {
  return (...args) => {
    const callback = args.at(-1)
    if (typeof callback === 'function') {
      const note = AsyncResource.bind(onError)
      const noted = (error: unknown, ...more: unknown[]) => {
        if (error) note(error)
        callback(error, ...more)
      }
      return ask(...args.slice(0, -1), noted)
    }
    const answer = ask(...args)
    if (types.isPromise(answer)) answer.catch(onError)
    return answer
  }
}

class PatientClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config)
    // One that breaks while it is used, between two statements, says so here alone.
    this.on('error', noteFault)
    const ask: unknown = this.query.bind(this)
    const query = noting(ask as Asking, (error) => {
      noteFault(error)
      // A statement is still under way: whatever else was asked on this connection would wait behind it.
      if (isSilence(error)) this.connection.stream.destroy()
    })
    Object.defineProperty(this, 'query', { value: query })
  }
}

class PatientPool extends pg.Pool {
  constructor(config?: pg.PoolConfig) {
    super({ ...config, Client: PatientClient as new () => pg.ClientBase })
    // A connection that breaks while nobody uses it: the pool makes another.
    this.on('error', noteFault)
    const connect: unknown = this.connect.bind(this)
    const value = noting(connect as Asking, noteFault)
    Object.defineProperty(this, 'connect', { value, writable: true })
  }
}

type PgOfPayload = NonNullable<Parameters<typeof postgresAdapter>[0]['pg']>

/** pg as Payload is given it: a connection whose patience ended is closed, and every fault is noted. */
export const patientPg: PgOfPayload = Object.create(pg, { Pool: { value: PatientPool } })

/**
 * For a pool that gives up a database that says nothing. By the clock of this side: a database that cannot answer
 * cannot break off a statement either.
 * @param ms to wait for a connection, and for each answer; 0: for ever
 */
export const patienceOf = (ms: number) =>
  ms === 0 ? {} : { connectionTimeoutMillis: ms, query_timeout: ms, keepAlive: true }
