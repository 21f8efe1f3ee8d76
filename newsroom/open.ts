import { getPayload, type Payload } from 'payload'
import { adapterOf } from './database.ts'
import config from './payload.config.ts'

/**
 * Opens the newsroom in this process, for scripts and tests; `closeNewsroom` closes it.
 * @throws {Error} when DATABASE_URL cannot be reached.
 */
export const openNewsroom = (): Promise<Payload> => getPayload({ config })

/** The same without a database: for what needs the collections alone. */
export const openNewsroomOffline = (): Promise<Payload> =>
  getPayload({ config, disableDBConnect: true, disableOnInit: true })

type Held = { release: () => void }
type Inside = { _clients?: Held[]; _idle?: { client: Held }[] }

/** Closes the newsroom and every connection of its pool, so that the process can end by itself. */
export async function closeNewsroom(payload: Payload): Promise<void> {
  const { pool } = adapterOf(payload)
  // Payload takes a connection when it opens, to watch it, and never gives it back: the pool would wait
  // for it for ever.
  const inside: unknown = pool
  const { _clients: all = [], _idle: idle = [] } = inside as Inside
  for (const client of all) if (!idle.some((entry) => entry.client === client)) client.release()
  await pool.end()
  // After a connection that was reset, Payload asks for another every second, even of a pool that has ended.
  pool.connect = () => new Promise(() => {})
  await payload.destroy()
}
