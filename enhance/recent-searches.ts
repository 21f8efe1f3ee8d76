import { longestQuery } from '../lib/search/query/tidy.ts'
import { hasSignal } from './consent-state.ts'

/** What a reader searched for in this browser, by its key in localStorage (`lib/consent/stored.ts`). */
const key = 'searches'
const most = 8

/** The latest first. */
export function keptSearches(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : []
  } catch {
    return []
  }
}

export function keepSearch(typed: string): void {
  const text = typed.trim().slice(0, longestQuery)
  // Who wants no traces is left none, though these never leave the browser.
  if (text === '' || hasSignal()) return
  const kept = [text, ...keptSearches().filter((one) => one !== text)].slice(0, most)
  try {
    localStorage.setItem(key, JSON.stringify(kept))
  } catch {
    // Nothing is kept for this site: nothing will be proposed.
  }
}

export function forgetSearches(): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // There is nothing to forget.
  }
}
