import { answerNoteHeader, encodeAnswerNote } from '@/lib/answer-note.ts'

/** A file of the site as a whole. What it depends on follows from its address. */
export const textAnswer = (text: string, type = 'text/plain'): Response =>
  new Response(text, {
    headers: {
      'Content-Type': `${type}; charset=utf-8`,
      [answerNoteHeader]: encodeAnswerNote({ status: 200, keys: [] }),
    },
  })
