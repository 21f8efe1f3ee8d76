import type { IncomingMessage, ServerResponse } from 'node:http'
import { isRevision, readConsent } from '../../lib/consent/cookie.ts'
import type { Front } from '../front.ts'
import { sendsPrivacySignal } from '../http/form.ts'
import { barePolicy, commonHeaders } from '../http/security-headers.ts'
import { takeOf } from '../limits/spend.ts'

/**
 * The stylesheet that only readers without script load (`<noscript>` in the head): it does for them what
 * the pre-paint script does for others, by the cookie of their own request, so that the page stays the
 * same kept text for everybody. See docs/decisions/0008.
 */
export async function answerConsentStyle(
  edge: Front,
  req: IncomingMessage,
  res: ServerResponse,
  query: string,
): Promise<void> {
  const revision = new URLSearchParams(query).get('revision') ?? ''
  if (!isRevision(revision)) return edge.errors.send(res, 400, null)
  const signal = sendsPrivacySignal(req)
  const answered = readConsent(req.headers.cookie ?? '', revision, Date.now()) !== null
  const isShown = !signal && !answered
  if (isShown && req.method === 'GET' && (await takeOf(edge, req)('count')).ok)
    edge.tally.answered('shown')
  const body = isShown ? '' : signal ? answeredStyle + signalStyle : answeredStyle
  res
    .writeHead(200, [
      ...['Content-Type', 'text/css; charset=utf-8'],
      ...['Content-Length', String(Buffer.byteLength(body))],
      ...['Cache-Control', 'private, no-store', 'Vary', 'Cookie, Sec-GPC'],
      ...['Content-Security-Policy', barePolicy()],
      ...commonHeaders(edge.renders.site.https),
    ])
    .end(body)
}

/** The notice shows only when the footer's link leads to it; then it can be closed again. */
const answeredStyle =
  '#consent:not(:target){display:none}#consent [data-consent-close]{display:inline-block}html:root:not(:has(#consent:target)){--consent-room:0px!important}'
/** Nothing is left to choose, and the page says why. */
const signalStyle =
  '#consent form,#consent details{display:none}html:root [data-consent-signal]{display:block}'
