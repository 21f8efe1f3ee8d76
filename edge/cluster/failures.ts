import type { LimitName } from '../limits/limits.ts'
import { OverLimit } from '../limits/spend.ts'
import { Unavailable } from '../render/gate.ts'

/** An error on its way to another process, where it decides the same answer. */
export type Failure =
  | { kind: 'over-limit'; limit: LimitName; retryAfter: number }
  | { kind: 'unavailable'; message: string; retryAfter: number }
  | { kind: 'other'; message: string }

export function failureOf(error: unknown): Failure {
  if (error instanceof OverLimit)
    return { kind: 'over-limit', limit: error.limit, retryAfter: error.retryAfter }
  const message = error instanceof Error ? error.message : String(error)
  if (error instanceof Unavailable)
    return { kind: 'unavailable', message, retryAfter: error.retryAfter }
  return { kind: 'other', message }
}

export function errorOf(failure: Failure): Error {
  switch (failure.kind) {
    case 'over-limit':
      return new OverLimit(failure.limit, failure.retryAfter)
    case 'unavailable':
      return new Unavailable(failure.message, { retryAfter: failure.retryAfter })
    case 'other':
      return new Error(failure.message)
    default:
      return failure satisfies never
  }
}
