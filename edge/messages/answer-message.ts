import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Language } from '../../lib/languages.ts'
import { limitedHeader } from '../../lib/message/state.ts'
import { keep } from '../cache/page-store.ts'
import type { Front } from '../front.ts'
import { isErrorStatus } from '../http/error-page.ts'
import { sendPage } from '../http/send-page.ts'
import { spend, takeOf } from '../limits/spend.ts'
import { readBody } from '../proxy/body.ts'
import { forwardedHeaders } from '../proxy/forward-headers.ts'
import { Unavailable } from '../render/gate.ts'
import { interpret, type Rendered } from '../render/interpret.ts'
import { ownOrigins, pageOf } from '../render/render-page.ts'
import { readText } from '../render/upstream.ts'

/** A message of a reader: name, text and what is around them. Bytes. */
const largestMessage = 64 * 1024
/** ms for the renderer's answer. */
const sendTimeout = 20_000

type Sent = { path: string; language: Language }

/**
 * Takes a reader's message to the renderer. The answer is never kept. Messages that were taken are
 * limited, not tries: a form that comes back to be corrected costs nothing of it. Beyond the limit the
 * form comes back too, so that nobody loses what was written.
 * @throws {TooLarge} for a body over 64 KB.
 * @throws {Unavailable} when the renderer gives no answer.
 * @throws {OverLimit} for a flood of forms.
 */
export async function answerMessage(
  edge: Front,
  req: IncomingMessage,
  res: ServerResponse,
  sent: Sent,
): Promise<void> {
  await spend(edge, req, 'form')
  const body = await readBody(req, largestMessage)
  const take = takeOf(edge, req)
  // Taken before it is sent and given back after: many at once do not slip through together.
  const { ok, retryAfter } = await take('message')
  let isTaken = false
  try {
    const rendered = await post(edge, req, sent.path, body, !ok)
    isTaken = rendered.status === 303
    await hand(edge, req, res, sent, rendered, retryAfter)
  } finally {
    if (ok && !isTaken) await take('message', -1)
  }
}

async function hand(
  edge: Front,
  req: IncomingMessage,
  res: ServerResponse,
  { path, language }: Sent,
  rendered: Rendered,
  retryAfter: number,
): Promise<void> {
  const { renders } = edge
  const answer = interpret(rendered, ownOrigins(renders))
  if (answer.body === '' && isErrorStatus(answer.status))
    return edge.errors.send(res, answer.status, language)
  const wanted = { path, kind: 'message-send', language } as const
  const page = await pageOf(renders, wanted, answer)
  if (page.status === 429) res.setHeader('Retry-After', String(retryAfter))
  const now = Date.now()
  await sendPage(req, res, { kept: keep(path, page, now), how: 'miss' }, now)
}

async function post(
  edge: Front,
  req: IncomingMessage,
  path: string,
  body: Buffer,
  isLimited: boolean,
): Promise<Rendered> {
  const { upstream, site } = edge.renders
  const dispatcher = await upstream.dispatcher(5000)
  // The newsroom's cookies are no business of a reader's form.
  const dropped = ['cookie', 'content-length', 'accept-encoding']
  const headers = forwardedHeaders(req, site, edge.clientAddress(req), dropped)
  if (isLimited) headers.push(limitedHeader, '1')
  try {
    const answer = await dispatcher.request({
      path,
      method: 'POST',
      headers,
      body,
      signal: AbortSignal.timeout(sendTimeout),
    })
    const text = await readText(answer.body, 4 * 1024 * 1024)
    return { status: answer.statusCode, headers: answer.headers, body: text }
  } catch (cause) {
    throw cause instanceof Unavailable
      ? cause
      : new Unavailable('A message was not taken', { cause })
  }
}
