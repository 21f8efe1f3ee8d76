import type { IncomingMessage } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

/** A body is longer than what is taken here. */
export class TooLarge extends Error {
  override name = 'TooLarge'
}

/** Whether the request brings a body (RFC 9112, 6). */
export const hasBody = (req: IncomingMessage): boolean =>
  req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) > 0

/** @throws {TooLarge} when the length that is announced exceeds so many bytes. */
export function refuseTooLarge(req: IncomingMessage, most: number): void {
  const announced = Number(req.headers['content-length'] ?? 0)
  if (announced > most) throw new TooLarge(`${announced} bytes announced, at most ${most} taken`)
}

/** The body as it comes. @throws {TooLarge} once it is longer than so many bytes, announced or not. */
export async function* limitedBody(req: IncomingMessage, most: number): AsyncGenerator<Buffer> {
  let length = 0
  // The request outlives the error: its answer is still to be sent.
  for await (const chunk of req.iterator({ destroyOnReturn: false })) {
    length += chunk.length
    if (length > most) throw new TooLarge(`more than ${most} bytes came`)
    yield chunk
  }
}

/** The whole body. @throws {TooLarge} */
export async function readBody(req: IncomingMessage, most: number): Promise<Buffer> {
  refuseTooLarge(req, most)
  const chunks: Buffer[] = []
  for await (const chunk of limitedBody(req, most)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** Reads on without keeping anything, for a second at most: who still sends may not read an answer yet. */
export async function discardRest(req: IncomingMessage): Promise<void> {
  if (req.readableEnded || req.destroyed) return
  const over = new Promise((resolve) => req.once('close', resolve).once('end', resolve))
  req.resume()
  await Promise.race([over, sleep(1000, undefined, { ref: false })])
}
