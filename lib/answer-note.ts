/**
 * A page cannot set its own status or headers in Next. It says them in a `<meta>` instead, which the
 * edge reads, turns into the answer's status and keys, and removes before a reader sees it.
 */
export const answerNoteName = 'portal:answer'

export type AnswerNote = {
  status: 200 | 301 | 308 | 404 | 410 | 422 | 429 | 503
  /** Surrogate keys of everything that the page shows, beside those of its own address. */
  keys: readonly string[]
  /** Seconds for which it is fresh at most, where that is less than others of its kind are. */
  freshSeconds?: number
  /** For 301 and 308: the path to go to. */
  location?: string
}

export const encodeAnswerNote = (note: AnswerNote): string => JSON.stringify(note)

/** @throws {Error} when the text is not a note: the page and the edge are of different builds. */
export function decodeAnswerNote(text: string): AnswerNote {
  const value: unknown = JSON.parse(text)
  if (typeof value !== 'object' || value === null || !('status' in value) || !('keys' in value))
    throw new Error(`Not an answer note: ${text.slice(0, 80)}`)
  return value as AnswerNote
}

/** A route handler, whose answer is no HTML, says its note in this header. */
export const answerNoteHeader = 'x-portal-answer'
