import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { databaseOf } from '../database.ts'

export type Touch = {
  keys: readonly string[]
  /** A withdrawal: what is kept must not be served again, not even when rendering fails. */
  urgent?: boolean
  /** When readers see the change; now unless a story is scheduled. */
  dueAt?: Date
}

/**
 * Writes down what a change touches, in the transaction of the change: both happen or neither does.
 * The edge reads it after commit, in the order of commits (`newsroom/migrations/…_outbox.ts`).
 */
export async function writeOutbox(req: PayloadRequest, touch: Touch): Promise<void> {
  if (touch.keys.length === 0) return
  const keys = JSON.stringify(touch.keys)
  const due = touch.dueAt?.toISOString() ?? null
  const database = await databaseOf(req)
  await database.execute(sql`
    insert into outbox (keys, urgent, due_at)
    values (
      array(select jsonb_array_elements_text(${keys}::jsonb)),
      ${touch.urgent ?? false},
      coalesce(${due}::timestamptz, now())
    )`)
}
