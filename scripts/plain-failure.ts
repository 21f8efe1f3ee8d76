import { PlainError } from '../lib/plain-error.ts'

/** Ends a script that failed: a fault that its reader can mend is told without a stack, any other in full. */
export function fail(error: unknown): never {
  console.error(error instanceof PlainError ? error.message : error)
  process.exit(1)
}

process.once('uncaughtException', fail)
