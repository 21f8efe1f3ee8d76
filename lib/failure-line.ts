import { z } from 'zod'

const line = z.object({
  failure: z.object({
    requestId: z.string().nullable(),
    method: z.string(),
    /** Without its query, which may hold what a reader typed. */
    path: z.string(),
    /** Which error page belongs to it: Next prints it there instead of the message. */
    digest: z.string().nullable(),
    name: z.string(),
    message: z.string(),
    stack: z.string().optional(),
  }),
})
export type Failure = z.infer<typeof line>['failure']

/** Characters of a message or stack: what the database says may hold a whole story. */
const longest = 8000

/** Drizzle ends the message of a failed query with its values: addresses of editors, whole drafts. */
const withoutValues = (text: string): string =>
  text.replace(/\nparams:[\s\S]*?(?=\n {4}at |$)/, '').slice(0, longest)

/** What failed in the renderer as one line of JSON, for the edge, which writes the log. */
export function tellFailure(
  error: unknown,
  request: { method: string; path: string; requestId: string | undefined },
): string {
  const known = error instanceof Error ? error : new Error(String(error))
  const digest = 'digest' in known && typeof known.digest === 'string' ? known.digest : null
  const failure: Failure = {
    requestId: request.requestId ?? null,
    method: request.method,
    path: request.path.split('?')[0] ?? '',
    digest,
    name: known.name,
    message: withoutValues(known.message),
    ...(known.stack === undefined ? {} : { stack: withoutValues(known.stack) }),
  }
  return JSON.stringify({ failure })
}

/** Reads such a line; null when it is another one. */
export function readFailure(text: string): Failure | null {
  if (!text.startsWith('{"failure":')) return null
  try {
    return line.parse(JSON.parse(text)).failure
  } catch {
    return null
  }
}
