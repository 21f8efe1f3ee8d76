import type { Language } from '../languages.ts'
import { readSearchParameters, searchPath } from '../search/query/parameters.ts'
import { parseAddress, pathOf } from '../urls.ts'
import { agreement, type Choices, isRevision, refusal } from './cookie.ts'

/** The buttons of the notice. */
export const answers = ['accept', 'refuse', 'choose'] as const
export type Answer = (typeof answers)[number]

/** Names of the form's fields, besides one for each of `Choices`. */
export const consentFields = { answer: 'answer', page: 'page', revision: 'revision' } as const

export type ConsentAnswer = { answer: Answer; choices: Choices; revision: string }

/** What a reader answered; null when the form is not one of ours. */
export function readAnswer(form: URLSearchParams): ConsentAnswer | null {
  const given = form.get(consentFields.answer)
  const answer = answers.find((one) => one === given)
  const revision = form.get(consentFields.revision) ?? ''
  if (!answer || !isRevision(revision)) return null
  return { answer, revision, choices: choicesOf(answer, form) }
}

function choicesOf(answer: Answer, form: URLSearchParams): Choices {
  if (answer === 'accept') return agreement
  if (answer === 'refuse') return refusal
  return { statistics: form.has('statistics'), media: form.has('media') }
}

/**
 * The page that the form was on, if it is one that a reader can open; else the one that the browser came from: the page
 * for unknown addresses is the same for all of them, and cannot say where it stands. Else the front page.
 * @param before path of a page of the portal, as the browser told it; null when it did not
 */
export function pageOfForm(
  form: URLSearchParams,
  language: Language,
  before: string | null,
): string {
  const [page = '', query = ''] = (form.get(consentFields.page) ?? '').split('?', 2)
  const address = parseAddress(page)
  if (address?.kind === 'search')
    return searchPath(
      address.language,
      readSearchParameters(Object.fromEntries(new URLSearchParams(query))),
    )
  const opens = address && address.kind !== 'consent' && address.kind !== 'message-send'
  // Written anew: what goes into a header is our own spelling, whatever was sent.
  return opens ? pathOf(address) : (before ?? pathOf({ kind: 'front', language }))
}
