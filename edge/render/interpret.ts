import { type AnswerNote, answerNoteHeader, decodeAnswerNote } from '../../lib/answer-note.ts'
import { finish } from './finish.ts'
import { Unavailable } from './gate.ts'
import { ownPath } from './upstream.ts'

/** An answer of the renderer, its body read. Header names in lower case. */
export type Rendered = {
  status: number
  headers: Readonly<Record<string, string | string[] | undefined>>
  body: string
}

/** What readers get of it. */
export type Answer = {
  status: number
  contentType: string
  /** Empty for redirects. */
  body: string
  /** Of what the renderer sent beside its type, what readers get too. Flat pairs. */
  headers: readonly string[]
  scriptHashes: readonly string[]
  /** Where a redirect leads: a path of this site. */
  location: string | null
  /** Seconds for which it says that it is fresh at most; null when it leaves that to its kind. */
  freshSeconds: number | null
  /** Keys that the page named itself. */
  keys: readonly string[]
  /** Whether the renderer said what its answer depends on; a page that does not is a fault of ours. */
  hasNote: boolean
}

/**
 * Reads status, keys and redirect from what the renderer sent, and finishes HTML.
 * @throws {Unavailable} when it is an error, half a page, or nothing that readers should see.
 */
export function interpret(rendered: Rendered, ownOrigins: readonly string[]): Answer {
  const { status } = rendered
  if (status >= 500) throw new Unavailable(`The renderer answered ${status}`)
  const sent = header(rendered, 'location')
  if (status >= 300 && status < 400 && sent !== undefined)
    return redirect(status, ownPath(sent, ownOrigins), [], true)
  const contentType = header(rendered, 'content-type') ?? 'application/octet-stream'
  const told = header(rendered, answerNoteHeader)
  const noteOfHeader = told === undefined ? null : decodeAnswerNote(told)
  if (!contentType.startsWith('text/html'))
    return {
      ...answer(status, contentType, rendered.body, [], noteOfHeader, true),
      headers: handedOn.flatMap(([name, key]) => {
        const value = header(rendered, key)
        return value === undefined ? [] : [name, value]
      }),
    }
  const finished = finish(rendered.body)
  if (!finished.whole) throw new Unavailable('The renderer sent half a page')
  const note = finished.note ?? noteOfHeader
  if (note?.status === 503) throw new Unavailable('The page says that it cannot be shown now')
  if (note?.location !== undefined && note.status >= 300 && note.status < 400)
    return redirect(note.status, ownPath(note.location, ownOrigins), note.keys, true)
  return answer(status, contentType, finished.html, finished.scriptHashes, note, note !== null)
}

function answer(
  status: number,
  contentType: string,
  body: string,
  scriptHashes: readonly string[],
  note: AnswerNote | null,
  hasNote: boolean,
): Answer {
  return {
    // A page that is shown for another purpose (a form that comes back) says 200 all the same.
    status: note && note.status !== 200 ? note.status : status,
    contentType,
    body,
    headers: [],
    scriptHashes,
    location: null,
    freshSeconds: note?.freshSeconds ?? null,
    keys: note?.keys ?? [],
    hasNote,
  }
}

const redirect = (
  status: number,
  location: string,
  keys: readonly string[],
  hasNote: boolean,
): Answer => ({
  status,
  contentType: '',
  body: '',
  headers: [],
  scriptHashes: [],
  location,
  freshSeconds: null,
  keys,
  hasNote,
})

/** Headers of feeds and sitemaps that are the route's business; pages say theirs in their head. */
const handedOn = [
  ['Link', 'link'],
  ['X-Robots-Tag', 'x-robots-tag'],
  ['Access-Control-Allow-Origin', 'access-control-allow-origin'],
] as const

const header = (rendered: Rendered, name: string): string | undefined => {
  const value = rendered.headers[name]
  return Array.isArray(value) ? value[0] : value
}
