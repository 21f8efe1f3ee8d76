import { z } from 'zod'
import { emptyMessage, type MessageErrors, type MessageValues, messageFields } from './form.ts'

/** The form as it comes back to a reader: what was typed, and what is wrong with it. */
export type FormState = { values: MessageValues; errors: MessageErrors; limited: boolean }

/** Carries the state from the handler of the form to the page that shows it, within the renderer. */
export const formStateHeader = 'x-portal-form'

/** With it the edge says that this network has sent its share: the form comes back as it was typed. */
export const limitedHeader = 'x-portal-limited'

export const encodeFormState = (state: FormState): string =>
  Buffer.from(JSON.stringify(state)).toString('base64url')

const texts = z.object(
  Object.fromEntries(messageFields.map((field) => [field, z.string()])) as Record<
    keyof MessageValues,
    z.ZodString
  >,
)
const errors = z.partialRecord(
  z.enum(messageFields),
  z.enum(['required', 'too-long', 'not-an-email', 'not-a-kind', 'not-a-story']),
)
const schema = z.object({ values: texts, errors, limited: z.boolean() })

/** An empty form when there is no state, or none of this shape. */
export function decodeFormState(header: string | null): FormState {
  const empty: FormState = { values: emptyMessage, errors: {}, limited: false }
  if (!header) return empty
  try {
    const text = Buffer.from(header, 'base64url').toString()
    return schema.parse(JSON.parse(text))
  } catch {
    return empty
  }
}
