import { type AnswerNote, answerNoteHeader, encodeAnswerNote } from '@/lib/answer-note.ts'
import { parseDrawingAddress, readyPath } from '@/lib/drawings/address.ts'
import { drawingOf } from '@/lib/drawings/spec.ts'
import { drawnBytes, warmDrawer } from '../drawn-bytes.ts'
import { readDrawn } from '../read-drawn.ts'

export const dynamic = 'force-dynamic'

const bare = (note: AnswerNote): Response =>
  new Response(null, {
    status: note.status,
    headers: {
      [answerNoteHeader]: encodeAnswerNote(note),
      ...(note.location && { Location: note.location }),
    },
  })

/** The drawing of the page as it is published now; an address of what it was before leads to it. */
export async function GET(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  if (pathname === readyPath) {
    await warmDrawer()
    return new Response(null, { status: 204 })
  }
  const address = parseDrawingAddress(pathname)
  if (!address) return bare({ status: 404, keys: [] })
  const found = await readDrawn(address.page)
  if (!('spec' in found)) return bare({ status: found.status, keys: found.keys })
  const { spec, keys } = found
  const { path, type } = drawingOf(spec, address.kind)
  if (path !== pathname) return bare({ status: 308, keys, location: path })
  const bytes = await drawnBytes(spec, address.kind, address.hash)
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': type,
      [answerNoteHeader]: encodeAnswerNote({ status: 200, keys }),
    },
  })
}
