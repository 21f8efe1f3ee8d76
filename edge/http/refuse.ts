import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'

/** Of errors of Node's server, by code; 400 for all others. */
const statuses: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
}

/** ms that the other side has to read why, before the connection is gone. */
const lastWords = 1000
const refused = new WeakSet<Duplex>()
const withBody = new WeakMap<Duplex, IncomingMessage>()

/** Remembers whose body is on its way: what goes wrong with it may come after its answer. */
export function noteBody(req: IncomingMessage): void {
  withBody.set(req.socket, req)
}

/**
 * What Node's parser could not read as HTTP: said in one line, and the connection is closed. Answers to
 * what came before it on the same connection go out first: they must not change places.
 */
export function refuseNoise(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (refused.has(socket)) return
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  refused.add(socket)
  refuseInTurn(socket, statuses[error.code ?? ''] ?? 400)
}

function refuseInTurn(socket: Duplex, status: number): void {
  const current = answerUnderWay(socket)
  const isAnswered = !current && withBody.get(socket)?.complete === false
  // A second answer to it would be taken for that of another request.
  if (isAnswered) socket.destroy()
  else if (!current) endWith(socket, status)
  else if (current.req.complete) current.once('close', () => refuseInTurn(socket, status))
  // What could not be read is the rest of this very request.
  else if (current.headersSent) socket.destroy()
  else endWith(socket, status)
}

/**
 * The answer whose turn it is on a connection. Node has no public way to it: to follow each answer from
 * outside would cost every page from memory a listener. Its own handler of such errors reads this field
 * too (`socketOnError` of lib/_http_server.js); were it gone, tests of broken pipelines would fail.
 */
const answerUnderWay = (socket: Duplex & { _httpMessage?: ServerResponse | null }) =>
  socket._httpMessage ?? null

/** CONNECT asks for a tunnel: there is none (RFC 9110, 9.3.6). */
export const refuseTunnel = (_: IncomingMessage, socket: Duplex): void =>
  endWith(socket, 405, ['Allow: GET, HEAD, OPTIONS, POST'])

export function endWith(socket: Duplex, status: number, fields: readonly string[] = []): void {
  if (!socket.writable) {
    socket.destroy()
    return
  }
  const reason = STATUS_CODES[status] ?? ''
  const head = [
    `HTTP/1.1 ${status} ${reason}`,
    'Connection: close',
    'Content-Type: text/plain',
    `Content-Length: ${reason.length}`,
    ...fields,
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${reason}`)
  setTimeout(() => socket.destroy(), lastWords).unref()
}

/** What was read, and is not as it should be. */
export function refuseRequest(res: ServerResponse, status: number): void {
  const reason = STATUS_CODES[status] ?? ''
  res.shouldKeepAlive = false
  res
    .writeHead(status, [
      ...['Content-Type', 'text/plain', 'Content-Length', String(reason.length)],
      ...['Cache-Control', 'no-store', 'X-Content-Type-Options', 'nosniff'],
    ])
    .end(reason)
}
