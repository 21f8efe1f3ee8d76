import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { feedsTouchedBy } from '../../lib/feeds/addresses.ts'
import { databaseOf } from '../database.ts'
import { environment } from '../environment.ts'

export type Touch = {
  keys: readonly string[]
  /** Keys of lists that stay as they are, but whose feeds tell of the change. */
  told?: readonly string[]
  /** A withdrawal: what is kept must not be served again, not even when rendering fails. */
  urgent?: boolean
  /** When readers see the change; now unless a story is scheduled. */
  dueAt?: Date
}

/** Time in which every edge has dropped what it kept: a hub that asks must get the new feed. */
const settling = '2 seconds'

/**
 * Writes down what a change touches, in the transaction of the change: both happen or neither does.
 * The edge reads it after commit, in the order of commits (`newsroom/migrations/…_outbox.ts`). Where the
 * site follows a WebSub hub, each feed that is touched has a ping written for it, which the edge sends.
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
  const topics = JSON.stringify(
    feedsTouchedBy([...touch.keys, ...(touch.told ?? [])], environment.siteUrl),
  )
  if (topics === '[]') return
  await database.execute(sql`
    insert into websub_pings (topic, due_at)
    select topic, greatest(clock_timestamp(), ${due}::timestamptz) + ${settling}::interval
    from jsonb_array_elements_text(${topics}::jsonb) as topic
    where exists (select from site_settings where websub_hub <> '')`)
}
