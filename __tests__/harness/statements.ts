import type { Payload } from 'payload'
import { adapterOf } from '../../newsroom/database.ts'

/** What was sent to the database; `name` where it is a prepared statement. */
export type Sent = { name: string | null; text: string; values: readonly unknown[] }

type Config = { name?: string; text: string; values?: readonly unknown[] }

/** What a newsroom sends its database outside of transactions while something is done. */
export async function sentDuring(payload: Payload, act: () => Promise<unknown>): Promise<Sent[]> {
  const { pool } = adapterOf(payload)
  const query = pool.query.bind(pool) as (...args: unknown[]) => unknown
  const sent: Sent[] = []
  Object.assign(pool, {
    query: (config: Config | string, values: readonly unknown[] = []) => {
      const {
        name = null,
        text,
        values: own,
      } = typeof config === 'string' ? { text: config } : config
      sent.push({ name, text, values: own ?? values })
      return typeof config === 'string' || own === undefined ? query(config, values) : query(config)
    },
  })
  try {
    await act()
  } finally {
    Object.assign(pool, { query })
  }
  return sent
}
