import type { IncomingMessage, ServerResponse } from 'node:http'
import { isStoryPath } from '../../lib/urls.ts'
import type { Front } from '../front.ts'
import { isOwnRequest, readForm, sendsPrivacySignal } from '../http/form.ts'
import { languageOfUrl } from '../http/reader-pages.ts'
import { commonHeaders } from '../http/security-headers.ts'
import { spend } from '../limits/spend.ts'
import { isReader } from './is-reader.ts'

/** `what=read&page=` and a path, percent-encoded. Bytes. */
const largestCount = 4096

/**
 * Takes what a page reports: `what=shown` when the cookie notice is seen, `what=read` with the path of a
 * story when the reader agreed to statistics. No cookie comes with it, none is set, and nothing of the
 * request is kept.
 * @throws {TooLarge} for a body over 4 KB.
 * @throws {OverLimit}
 */
export async function answerCount(
  edge: Front,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  if (!isOwnRequest(req, edge.renders.site)) return edge.errors.send(res, 403, null)
  const form = await readForm(req, largestCount)
  const what = form?.get('what')
  const page = form?.get('page') ?? ''
  const language = languageOfUrl(page)
  if (what !== 'shown' && what !== 'read') return edge.errors.send(res, 400, language)
  await spend(edge, req, 'count')
  const signal = sendsPrivacySignal(req)
  if (!signal) {
    if (what === 'shown') edge.tally.answered('shown')
    // First its form: what is made up must not use up a network's allowance, nor memory by its length.
    else if (isStoryPath(page) && (await isReader(edge, req, page))) edge.tally.read(page)
  }
  res
    .writeHead(204, [
      ...['Cache-Control', 'no-store'],
      // A page cannot see the signal where it comes as a header alone: this tells it.
      ...(signal ? ['Sec-GPC', '1'] : []),
      ...commonHeaders(edge.renders.site.https),
    ])
    .end()
}
