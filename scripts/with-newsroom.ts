import type { Payload } from 'payload'
import { openNewsroom } from '../newsroom/open.ts'
import { fail } from './plain-failure.ts'

/**
 * Opens the newsroom, does one piece of work in it and ends the process. A failure is printed and
 * becomes the exit code: whoever started the process shows it.
 */
export async function withNewsroom(work: (payload: Payload) => Promise<void>): Promise<never> {
  try {
    await work(await openNewsroom())
  } catch (error) {
    fail(error)
  }
  // Payload keeps a connection of its pool for itself and never gives it back, so the process would not
  // end by itself. Nothing is under way any more.
  process.exit(0)
}
