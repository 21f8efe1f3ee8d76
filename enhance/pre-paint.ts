// Why does this need script? What a reader chose in this browser decides how the page is painted, and
// the page is the same cached text for everybody. Read later, the choice would flash and move the page.
// It stands inside every page: as short as can be, nothing imported that is not needed here.

import { readConsent } from '../lib/consent/cookie.ts'

const root = document.documentElement

/** Null also where the browser keeps nothing for this site. */
function kept(name: string): string | null {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}

const theme = kept('theme')
if (theme === 'light' || theme === 'dark') root.dataset.theme = theme

const size = kept('text-size')
if (size === 'small' || size === 'large') root.dataset.textSize = size

// The cookie notice stands in every page; who has answered it, or whose browser has, does not see it.
const signal = navigator.globalPrivacyControl
if (signal) root.dataset.gpc = ''
if (signal || readConsent(document.cookie, root.dataset.policy ?? '', Date.now()))
  root.dataset.consent = ''
