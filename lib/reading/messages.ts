import 'server-only'
import type { Language } from '../languages.ts'
import type { CheckedMessage } from '../message/check.ts'
import { newsroom } from './newsroom.ts'

/**
 * Puts a reader's message into the newsroom's inbox. Readers have no right to write there: the form's
 * handler has checked the message, and writes by the newsroom's own.
 */
export async function keepMessage(message: CheckedMessage, language: Language): Promise<void> {
  const payload = await newsroom()
  await payload.create({
    collection: 'messages',
    data: { ...message, language },
    depth: 0,
    overrideAccess: true,
  })
}
