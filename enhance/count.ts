// Why does this need script? Pages come from memory, here or at a CDN, and the same for everybody: only the
// page itself can say that somebody reads it. Nothing goes along: no cookie, no identifier.

import { allows, hasSignal, heedSignal, onConsent } from './consent-state.ts'

/**
 * Reports to the edge, which adds up; whether it arrives is nobody's trouble. Its answer says whether a privacy
 * signal came along, which something on the way may have added.
 */
export function report(fields: Record<string, string>): void {
  if (hasSignal()) return
  const body = new URLSearchParams(fields)
  fetch('/count', { method: 'POST', body, keepalive: true, credentials: 'omit' })
    .then(({ headers }) => headers.has('Sec-GPC') && heedSignal())
    .catch(() => {})
}

/** Calls once, when the page is seen: not while it is fetched ahead or lies in a tab behind. */
export function whenSeen(call: () => void): void {
  if (document.visibilityState === 'visible') {
    call()
    return
  }
  document.addEventListener('visibilitychange', () => whenSeen(call), { once: true })
}

/** ms that a story is seen before it counts as read: who only passes by, and most programs, are gone. */
const readingTime = 5000

/** Calls once, when the page has been seen for so long in all, ms. */
function whenSeenFor(ms: number, call: () => void): void {
  whenSeen(() => {
    const since = performance.now()
    const timer = setTimeout(() => {
      document.removeEventListener('visibilitychange', stop)
      call()
    }, ms)
    const stop = () => {
      clearTimeout(timer)
      const left = ms - (performance.now() - since)
      if (left > 0) whenSeenFor(left, call)
    }
    document.addEventListener('visibilitychange', stop, { once: true })
  })
}

const isStory = /^\/[^/]+\/\d{4}\/\d\d\/\d\d\/[^/]+$/

/** Counts this page as read once, if it is a story, was seen for a while, and its reader agrees to statistics. */
export function countReading(): void {
  const { pathname } = location
  if (!isStory.test(pathname)) return
  whenSeenFor(readingTime, () => {
    let counted = false
    onConsent(() => {
      if (counted || !allows('statistics')) return
      counted = true
      report({ what: 'read', page: pathname })
    })
  })
}
