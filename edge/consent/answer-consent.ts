import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Choices, formatConsent, refusal } from '../../lib/consent/cookie.ts'
import { type Answer, pageOfForm, readAnswer } from '../../lib/consent/form.ts'
import { setCookie } from '../../lib/consent/stored.ts'
import type { Language } from '../../lib/languages.ts'
import { pathOf } from '../../lib/urls.ts'
import type { ConsentEvent } from '../counts/counts.ts'
import type { Front } from '../front.ts'
import { isOwnRequest, pageBefore, readForm, sendsPrivacySignal } from '../http/form.ts'
import { redirect } from '../http/reader-pages.ts'
import { spend } from '../limits/spend.ts'

/** The form has five short fields and the path of a page, which may be that of a search. Bytes. */
const largestForm = 8192

/** Where the notice stands open, also for those who have answered it. */
export const settingsOf = (language: Language): string =>
  `${pathOf({ kind: 'front', language })}#consent`

/**
 * Keeps a reader's answer to the cookie notice in the reader's own browser, and leads back to the page.
 * A privacy signal has priority over whatever was pressed.
 * @throws {TooLarge} for a body over 8 KB.
 * @throws {OverLimit}
 */
export async function answerConsent(
  edge: Front,
  req: IncomingMessage,
  res: ServerResponse,
  language: Language,
): Promise<void> {
  const { site } = edge.renders
  if (!isOwnRequest(req, site)) return edge.errors.send(res, 403, language)
  await spend(edge, req, 'consent')
  const form = await readForm(req, largestForm)
  const given = form && readAnswer(form)
  if (!given) return edge.errors.send(res, 400, language)
  const refuses = sendsPrivacySignal(req)
  const choices: Choices = refuses ? refusal : given.choices
  const day = new Date().toISOString().slice(0, 10)
  const cookie = formatConsent({ ...choices, revision: given.revision, day })
  edge.tally.answered(refuses ? 'refused' : eventOf[given.answer])
  redirect(edge, res, 303, pageOfForm(form, language, pageBefore(req, site)), [
    ...['Set-Cookie', setCookie('consent', cookie, site.https)],
    ...['Cache-Control', 'private, no-store'],
  ])
}

const eventOf: Record<Answer, ConsentEvent> = {
  accept: 'accepted',
  refuse: 'refused',
  choose: 'chosen',
}
