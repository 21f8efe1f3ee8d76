import { type RequestListener, Server, type ServerOptions } from 'node:http'
import type { Socket } from 'node:net'
import { type ReadRequest, readSimple, type SimpleRequest } from './simple-request.ts'

/** The whole answer to a simple request, as bytes; null when it is not at hand. */
export type QuickAnswer = (request: SimpleRequest) => Buffer | null

/** A simple request is shorter. Bytes; what comes in one piece may hold several. */
const longestChunk = 16 * 1024

/** A connection at the quick desk, and how many bytes had come and gone when it was last looked at. */
type Seat = { socket: Socket; moved: number; since: number }

/**
 * Node's HTTP server with a quick desk in front: a connection whose requests are all simple, and for pages
 * that are at hand, is answered without the objects that Node makes for each request, at less than half
 * the cost. With the first request that is not, the connection goes to Node, unread bytes first, and
 * stays there.
 */
export class QuickServer extends Server {
  private readonly quick = new Set<Seat>()

  constructor(options: ServerOptions, listener: RequestListener, answerOf: QuickAnswer) {
    super(options, listener)
    const ofNode = this.listeners('connection')
    this.removeAllListeners('connection')
    this.on('connection', (socket: Socket) => {
      const seat = { socket, moved: 0, since: performance.now() }
      this.quick.add(seat)
      attend(socket, answerOf, (left) => {
        this.quick.delete(seat)
        if (!left || left.length === 0) return
        socket.unshift(left)
        for (const listen of ofNode) listen.call(this, socket)
      })
    })
    this.cutIdle()
  }

  /**
   * One look at all of them now and then: a timer of each would be set anew with every byte, which costs as
   * much as reading the request.
   */
  private cutIdle(): void {
    const every = Math.min(1000, this.keepAliveTimeout / 4)
    const timer = setInterval(() => {
      const now = performance.now()
      for (const seat of this.quick) {
        const moved = seat.socket.bytesRead + seat.socket.bytesWritten - seat.socket.writableLength
        if (moved !== seat.moved) Object.assign(seat, { moved, since: now })
        else if (now - seat.since >= this.keepAliveTimeout) seat.socket.destroy()
      }
    }, every)
    timer.unref()
    this.once('close', () => clearInterval(timer))
  }

  /** Those of the quick desk are always idle: what they asked for is on its way. */
  override closeIdleConnections(): void {
    super.closeIdleConnections()
    for (const { socket } of this.quick) socket.destroySoon()
  }

  override closeAllConnections(): void {
    super.closeAllConnections()
    for (const { socket } of this.quick) socket.destroy()
  }
}

/**
 * Answers simple requests of a connection.
 * @param leave called once: with what was not answered, or with null when the connection is over
 */
function attend(socket: Socket, answerOf: QuickAnswer, leave: (left: Buffer | null) => void): void {
  let last: ReadRequest | null = null
  const onData = (chunk: Buffer) => {
    const text = chunk.length > longestChunk ? '' : chunk.toString('latin1')
    for (let at = 0; at < chunk.length; ) {
      // Who asks without reading waits until it has read.
      if (socket.writableNeedDrain) {
        socket.pause()
        socket.unshift(chunk.subarray(at))
        return
      }
      const read = readSimple(text, at, last)
      const answer = read && answerOf(read.request)
      if (!answer) return release(chunk.subarray(at))
      last = read
      at += read.length
      socket.write(answer)
    }
    if (socket.writableNeedDrain) socket.pause()
  }
  const onDrain = () => socket.resume()
  // The other side has no further request; answers on their way still go out.
  const onEnd = () => socket.end()
  const onGone = () => socket.destroy()
  const onClose = () => leave(null)
  const listeners = { data: onData, drain: onDrain, end: onEnd, error: onGone, close: onClose }
  const release = (left: Buffer) => {
    for (const [event, listener] of Object.entries(listeners)) socket.off(event, listener)
    leave(left)
  }
  for (const [event, listener] of Object.entries(listeners)) socket.on(event, listener)
}
