import type { Migration } from 'payload'
import { pino } from 'pino'
import { admitLanguages } from '../newsroom/languages.ts'
import { migrations } from '../newsroom/migrations/index.ts'
import { withNewsroom } from './with-newsroom.ts'

/** Brings the database of DATABASE_URL up to this checkout. Run by the start, and by the tests. */
await withNewsroom(async (payload) => {
  // A migration that fails ends the process at once: Payload's own log would not be written by then.
  payload.logger = pino(pino.destination({ sync: true }))
  // Payload types migrations by what any database may want; ours know that theirs is PostgreSQL.
  const known: unknown = migrations
  await payload.db.migrate({ migrations: known as Migration[] })
  await admitLanguages(payload)
})
