import { randomUUID } from 'node:crypto'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { Front } from '../front.ts'
import type { RequestKind } from './request-counts.ts'

/** What is known about a request that is no hit. */
type Known = { id: string; kind: RequestKind }

const known = new WeakMap<IncomingMessage, Known>()

const errors = new WeakMap<object, string>()

/** What a proxy may call a request: nothing that could end a line of the log. */
const ofProxy = /^[\w.:+/=-]{1,128}$/

/**
 * Gives a request its id, that of a trusted proxy or its own, which the reader, the renderer and the log are told, and counts it when it is
 * over. Hits have none: they are kept ready for everybody, and nothing can go wrong with them.
 */
export function beginRequest(
  edge: Pick<Front, 'inside' | 'isFromProxy'>,
  req: IncomingMessage,
  res: ServerResponse,
): void {
  const told = String(req.headers['x-request-id'] ?? '')
  const isTold = ofProxy.test(told) && edge.isFromProxy(req)
  const request: Known = { id: isTold ? told : randomUUID(), kind: 'bad' }
  known.set(req, request)
  sayToo(res, 'X-Request-Id', request.id)
  res.once('close', () =>
    edge.inside.requests.other(request.kind, res.headersSent ? res.statusCode : 0),
  )
}

/**
 * Adds a header to whatever head is written. Not by `setHeader`: Node then merges flat pairs by name, and of
 * several cookies the last one alone is left.
 */
function sayToo(res: ServerResponse, name: string, value: string): void {
  type Write = (status: number, headers: readonly string[] | OutgoingHttpHeaders) => ServerResponse
  const write = res.writeHead.bind(res) as Write
  const writeMore: Write = (status, headers = []) =>
    write(status, isPairs(headers) ? [...headers, name, value] : { ...headers, [name]: value })
  res.writeHead = writeMore as typeof res.writeHead
}

const isPairs = (headers: readonly string[] | OutgoingHttpHeaders): headers is readonly string[] =>
  Array.isArray(headers)

/** Which route a request takes. */
export function noteKind(req: IncomingMessage, kind: RequestKind): void {
  const request = known.get(req)
  if (request) request.kind = kind
}

/** The id of a request; undefined for a hit. */
export const requestIdOf = (req: IncomingMessage): string | undefined => known.get(req)?.id

/** What is awaited, with its errors marked as those of a request. */
export async function namingErrors<T>(id: string | undefined, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (id !== undefined && error instanceof Error) errors.set(error, id)
    throw error
  }
}

/** The id of the request that an error was first met in, if it is known. */
export const requestIdOfError = (error: unknown): string | undefined =>
  error instanceof Error ? errors.get(error) : undefined

/** For the log: without the query, in which a reader may have written anything. */
export const pathOfUrl = (url = '/'): string =>
  url.replace(/^https?:\/\/[^/?]*/i, '').split('?', 1)[0] || '/'
