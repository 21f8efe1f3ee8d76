import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { DatabaseAdapterObj } from 'payload'

type Drizzle = Pick<PostgresAdapter['drizzle'], 'transaction'>
type Adapter = Pick<PostgresAdapter, 'beginTransaction' | 'commitTransaction' | 'sessions'> & {
  drizzle: Drizzle
}
/** How a transaction ended: null when it is committed. */
type Failure = { error: unknown } | null

/**
 * Lets a save fail whose commit failed. Payload 3.90 begins a transaction with a promise that swallows whatever
 * comes after the beginning, and so tells editors that all is saved when the database died, or its disk was full,
 * at the last moment.
 */
export const withCertainCommits = (
  database: DatabaseAdapterObj<PostgresAdapter>,
): DatabaseAdapterObj<PostgresAdapter> => ({
  ...database,
  init: (args) => {
    const adapter = database.init(args)
    makeCertain(adapter)
    return adapter
  },
})

/** Changes the two methods of the adapter that begin and commit. */
export function makeCertain(adapter: Adapter): void {
  const { beginTransaction, commitTransaction } = adapter
  const ends = new Map<string, Promise<Failure>>()
  adapter.beginTransaction = async (options) => {
    let end: Promise<Failure> | undefined
    const transaction: Drizzle['transaction'] = (work, config) => {
      const running = adapter.drizzle.transaction(work, config)
      end = running.then(
        () => null,
        (error: unknown) => ({ error }),
      )
      return running
    }
    const watched = Object.create(adapter, { drizzle: { value: { transaction } } })
    const id = await beginTransaction.call(watched, options)
    if (id === null || end === undefined) return id
    const key = String(id)
    ends.set(key, end)
    void end.then(() => adapter.sessions[key] ?? ends.delete(key))
    return id
  }
  adapter.commitTransaction = async (given) => {
    const id = await given
    // Rolled back by another operation of the same request: there is nothing to commit.
    const end = adapter.sessions[id] ? ends.get(String(id)) : undefined
    await commitTransaction.call(adapter, id)
    const failure = await end
    if (failure) throw new Error('The transaction is not committed', { cause: failure.error })
  }
}
