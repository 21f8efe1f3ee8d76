/** What the outbox holds now, and how far this edge has read it. */
export type OutboxState = {
  /** Last `seq` that was read; null on the first connection. */
  last: number | null
  /** Smallest and greatest `seq` in the table; null when it is empty. */
  min: number | null
  max: number | null
}

export type CatchUp =
  | { kind: 'read'; after: number }
  /** What was missed cannot be known: everything kept must be asked for again. */
  | { kind: 'unknown'; after: number; reason: string }

/**
 * How to go on after a connection was made, the first or a later one. `seq` grows by one with each
 * commit, so a gap between what was read and what is left means that rows were trimmed unread; and a
 * table that ends earlier than what was read is another database, or one restored from a copy.
 */
export function planCatchUp({ last, min, max }: OutboxState): CatchUp {
  if (last === null)
    return {
      kind: 'unknown',
      after: max ?? 0,
      reason: 'what changed before the start is not known',
    }
  if (max === null) return { kind: 'read', after: last }
  if (max < last)
    return { kind: 'unknown', after: max, reason: `the outbox ends at ${max}, before ${last}` }
  if (min !== null && min > last + 1)
    return { kind: 'unknown', after: max, reason: `changes ${last + 1} to ${min - 1} were trimmed` }
  return { kind: 'read', after: last }
}

/** ms to wait before the next try: doubling from 100 ms to 10 s. @param failures so far, from 1 */
export const backoff = (failures: number): number => Math.min(10_000, 100 * 2 ** (failures - 1))
