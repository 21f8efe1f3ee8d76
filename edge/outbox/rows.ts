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

export const numberOf = (value: string | null): number | null =>
  value === null ? null : Number(value)
export const changeOf = ({ id, keys, urgent }: Row): Change => ({ id, keys, urgent })
