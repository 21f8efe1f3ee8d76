import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

/** A body is longer than what is taken here. */
export class TooLarge extends Error {
  override name = 'TooLarge'
}

/** A body does not come. */
export class TooSlow extends Error {
  override name = 'TooSlow'
}

/** Whether the request brings a body (RFC 9112, 6). */
export const hasBody = (req: IncomingMessage): boolean =>
  req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) > 0

/** What is read and thrown away when nobody wants it, so that the connection can stay. Bytes. */
const cheap = 64 * 1024

/** Whether there may be more of a body than is worth reading only to keep the connection. */
export const isCostly = (req: IncomingMessage): boolean =>
  req.headers['transfer-encoding'] !== undefined ||
  Number(req.headers['content-length'] ?? 0) > cheap

/** Whose clients wait, with whether they want to keep the connection. */
const waiting = new WeakMap<IncomingMessage, { res: ServerResponse; keeps: boolean }>()

/**
 * The client waits to be told that its body is wanted (RFC 9110, 10.1.1). It is told when somebody begins to
 * read; who answers without reading cannot know whether the body still comes, so the connection closes.
 */
export function awaitReader(req: IncomingMessage, res: ServerResponse): void {
  waiting.set(req, { res, keeps: res.shouldKeepAlive })
  res.shouldKeepAlive = false
}

function invite(req: IncomingMessage): void {
  const told = waiting.get(req)
  waiting.delete(req)
  if (!told || told.res.destroyed) return
  told.res.writeContinue()
  told.res.shouldKeepAlive = told.keeps && !isCostly(req)
}

/** @throws {TooLarge} when the length that is announced exceeds so many bytes. */
export function refuseTooLarge(req: IncomingMessage, most: number): void {
  const announced = Number(req.headers['content-length'] ?? 0)
  if (announced > most) throw new TooLarge(`${announced} bytes announced, at most ${most} taken`)
}

/** The body as it comes. @throws {TooLarge} once it is longer than so many bytes, announced or not. */
export async function* limitedBody(req: IncomingMessage, most: number): AsyncGenerator<Buffer> {
  invite(req)
  let length = 0
  // The request outlives the error: its answer is still to be sent.
  for await (const chunk of req.iterator({ destroyOnReturn: false })) {
    length += chunk.length
    if (length > most) throw new TooLarge(`more than ${most} bytes came`)
    yield chunk
  }
}

/** ms for a reader's form, which is short. Uploads of the newsroom have longer. */
const formPatience = 20_000

/**
 * The whole body of a form.
 * @param patience ms
 * @throws {TooLarge}
 * @throws {TooSlow} when it has not come in time.
 */
export async function readBody(
  req: IncomingMessage,
  most: number,
  patience = formPatience,
): Promise<Buffer> {
  refuseTooLarge(req, most)
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooSlow(`no body within ${patience} ms`)), patience)
  })
  try {
    return await Promise.race([collect(req, most), late])
  } finally {
    clearTimeout(timer)
  }
}

async function collect(req: IncomingMessage, most: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of limitedBody(req, most)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** Reads on without keeping anything, for a second at most: who still sends may not read an answer yet. */
export async function discardRest(req: IncomingMessage): Promise<void> {
  if (req.readableEnded || req.destroyed || waiting.has(req)) return
  const over = new Promise((resolve) => req.once('close', resolve).once('end', resolve))
  req.resume()
  await Promise.race([over, sleep(1000, undefined, { ref: false })])
}
