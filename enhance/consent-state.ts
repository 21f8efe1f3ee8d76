// Why does this need script? It tells the other scripts what they may do.

import { type Choices, readConsent } from '../lib/consent/cookie.ts'

declare global {
  interface Navigator {
    /** Global Privacy Control, 2.3; no browser has to have it. */
    readonly globalPrivacyControl?: boolean
  }
}

const root = document.documentElement
const changed = 'portal:consent'

/** The reader's choice that holds now; null when there is none. */
export const currentChoices = (): Choices | null =>
  readConsent(document.cookie, root.dataset.policy ?? '', Date.now())

/** Whether this may be used: only with a choice that says so, and against no privacy signal. */
export const allows = (use: keyof Choices): boolean =>
  !hasSignal() && currentChoices()?.[use] === true

/** Whether a privacy signal is known of: the browser's, which the pre-paint script marks, or one of the way. */
export const hasSignal = (): boolean => root.dataset.gpc !== undefined

/** Holds back from now on, and asks nothing. */
export function heedSignal(): void {
  root.dataset.gpc = ''
  followCookie()
}

/** Called now, and whenever the choice has changed, in this tab or another. */
export function onConsent(told: () => void): () => void {
  document.addEventListener(changed, told)
  told()
  return () => document.removeEventListener(changed, told)
}

/** Marks the page by the cookie as it is now, as the pre-paint script did, and tells who depends on it. */
export function followCookie(): void {
  const answered = hasSignal() || currentChoices() !== null
  if (answered) root.dataset.consent = ''
  else delete root.dataset.consent
  document.dispatchEvent(new Event(changed))
}
