// Why does this need script? What a reader chose in this browser decides how the page is painted, and
// the page is the same cached text for everybody. Read later, the choice would flash and move the page.
// It stands inside every page: as short as can be, nothing imported that is not needed here.
import { readConsent } from '../lib/consent/cookie.ts'
import { applyChoices } from './comfort-choices.ts'

const root = document.documentElement

applyChoices()

// Buttons that need script take their place at once, and are not there without it.
root.dataset.script = ''
if ('share' in navigator) root.dataset.sheet = ''

// The cookie notice stands in every page; who has answered it, or whose browser has, does not see it.
const signal = navigator.globalPrivacyControl
if (signal) root.dataset.gpc = ''
if (signal || readConsent(document.cookie, root.dataset.policy ?? '', Date.now()))
  root.dataset.consent = ''
