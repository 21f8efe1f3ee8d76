import type { Dispatcher } from 'undici'
import { type AnswerNote, answerNoteHeader, decodeAnswerNote } from '../../lib/answer-note.ts'
import { type DrawingAddress, readyPath } from '../../lib/drawings/address.ts'
import { keysOf } from '../../lib/purge-keys.ts'
import { pathOf } from '../../lib/urls.ts'
import { freshSeconds, lifetimeOf } from '../cache/lifetimes.ts'
import { makePage, makePicture, type Page } from '../cache/page.ts'
import type { Edge } from '../edge.ts'
import { immutable } from '../files/asset-folder.ts'
import { barePolicy, commonHeaders } from '../http/security-headers.ts'
import { namingErrors } from '../inside/request.ts'
import { Unavailable } from '../render/gate.ts'
import { headersOfEdge, inTurn, isKey, ownOrigins, type Renders } from '../render/render-page.ts'
import { ownPath, readBytes } from '../render/upstream.ts'

/** ms after the start: the first readers come before the first who share. */
const leisure = 2000

/** Has the renderer get ready to draw, when the start is over. Not in development, where little is drawn. */
export function readyDrawings({ drawings: { renders } }: Edge): void {
  if (!renders.keeps) return
  const ready = async (dispatcher: Dispatcher) => {
    const headers = headersOfEdge(renders.site)
    const { body } = await dispatcher.request({ path: readyPath, method: 'GET', headers })
    await body.dump()
  }
  setTimeout(() => {
    inTurn(renders, () => {}, ready).catch((error) =>
      renders.log.debug({ err: error }, 'not ready to draw'),
    )
  }, leisure).unref()
}

type WantedDrawing = {
  path: string
  address: DrawingAddress
  /** Of who asks first. */
  requestId: string | undefined
}

type Drawn = { note: AnswerNote; contentType: string; body: Buffer }

/** Bytes; the renderer draws none of more than 600,000. */
const largest = 1024 * 1024

/**
 * Asks the renderer for a drawing and makes of it what is kept: the picture, the way to the one that is
 * drawn now, or that there is none (404, 410).
 * @throws {Unavailable} when the renderer is not there, is too slow, or cannot draw.
 */
export async function renderDrawing(
  renders: Renders,
  { path, address, requestId }: WantedDrawing,
  begin: () => void,
): Promise<Page> {
  const { note, contentType, body } = await namingErrors(
    requestId,
    inTurn(renders, begin, (dispatcher) => ask(renders, { path, requestId }, dispatcher)),
  )
  const { status } = note
  const seconds = renders.keeps ? freshSeconds('drawing', status) : 0
  const keys = [...new Set([...keysOf(pathOf(address.page)), ...note.keys])].filter(isKey)
  const parts = {
    status,
    keys: keys.toSorted(),
    lifetime: lifetimeOf(status, seconds),
    cacheHeaders: cacheHeadersOf(status, seconds, keys),
  }
  // Others embed them: that is what they are for.
  const common = [
    'Cross-Origin-Resource-Policy',
    'cross-origin',
    ...commonHeaders(renders.site.https),
  ]
  if (status === 200) {
    const headers = [
      'Content-Type',
      contentType,
      'Content-Security-Policy',
      barePolicy(),
      ...common,
    ]
    return makePicture({ ...parts, body, headers })
  }
  const location = note.location === undefined ? null : ownPath(note.location, ownOrigins(renders))
  const headers = [...(location === null ? [] : ['Location', location]), ...common]
  return await makePage({ ...parts, body: '', headers })
}

async function ask(
  renders: Renders,
  { path, requestId }: Pick<WantedDrawing, 'path' | 'requestId'>,
  dispatcher: Dispatcher,
): Promise<Drawn> {
  const { site, timeout, inside } = renders
  const began = performance.now()
  try {
    const { statusCode, headers, body } = await dispatcher.request({
      path,
      method: 'GET',
      headers: { ...headersOfEdge(site, requestId), accept: 'image/jpeg' },
      signal: AbortSignal.timeout(timeout),
    })
    const bytes = await readBytes(body, largest)
    inside.rendered('drawing', path, performance.now() - began)
    const told = headers[answerNoteHeader]
    if (statusCode >= 500 || typeof told !== 'string')
      throw new Unavailable(`The renderer answered ${statusCode} for ${path}`)
    return {
      note: decodeAnswerNote(told),
      contentType: String(headers['content-type']),
      body: bytes,
    }
  } catch (cause) {
    throw cause instanceof Unavailable
      ? cause
      : new Unavailable(`No drawing came: ${path}`, { cause })
  }
}

/** A drawing's address changes with it: it is kept for good. What says where it is now, is not. */
function cacheHeadersOf(status: number, seconds: number, keys: readonly string[]): string[] {
  if (seconds <= 0) return ['Cache-Control', 'private, no-store']
  const directives = status === 200 ? immutable : 'public, max-age=60'
  return ['Cache-Control', directives, 'Surrogate-Key', keys.join(' ')]
}
