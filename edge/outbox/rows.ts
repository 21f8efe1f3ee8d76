import type { Change } from './due-changes.ts'

/** A row of the outbox, as `pg` gives it. */
export type Row = {
  id: string
  seq: string
  keys: string[]
  urgent: boolean
  wait_ms: number
  stamp: string
}

export const columns =
  'select id, seq, keys, urgent, created_at::text as stamp, (extract(epoch from due_at - now()) * 1000)::float8 as wait_ms from outbox'

export const numberOf = (value: string | null): number | null =>
  value === null ? null : Number(value)
export const changeOf = ({ id, keys, urgent }: Row): Change => ({ id, keys, urgent })
