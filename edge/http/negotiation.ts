import {
  defaultLanguage,
  isLanguage,
  type Language,
  languageCookie,
  languages,
} from '../../lib/languages.ts'
import { weightOf } from './codings.ts'

/** Value of a cookie in a Cookie header (RFC 6265, 4.2), undefined when it is not there. */
export function cookieOf(header: string | undefined, name: string): string | undefined {
  for (const pair of header?.split(';') ?? []) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim()
  }
  return undefined
}

/**
 * The edition for a reader who named none in the address: the one chosen with the switch, else the
 * one preferred by Accept-Language (RFC 9110, 12.5.4; lookup of RFC 4647, 3.4 against
 * `languages[].serves`), else the default.
 */
export function negotiateLanguage(headers: {
  cookie?: string | undefined
  'accept-language'?: string | undefined
}): Language {
  const chosen = cookieOf(headers.cookie, languageCookie)
  if (isLanguage(chosen)) return chosen
  for (const range of rangesOf(headers['accept-language'])) {
    const served = languageServing(range)
    if (served) return served
  }
  return defaultLanguage
}

/** Language ranges, the most wanted first, without those that are refused (`q=0`). */
function rangesOf(header: string | undefined): string[] {
  const ranges = (header ?? '')
    .split(',')
    .slice(0, 50)
    .map((part) => {
      const [range = '', ...parameters] = part.split(';')
      return { range: range.trim().toLowerCase(), weight: weightOf(parameters) }
    })
  return ranges
    .filter(({ range, weight }) => range !== '' && range !== '*' && weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ range }) => range)
}

/** RFC 4647 lookup: `zh-Hant-TW` is tried whole, then as `zh-Hant`, then as `zh`. */
function languageServing(range: string): Language | undefined {
  const subtags = range.split('-')
  for (let length = subtags.length; length > 0; length--) {
    const tried = subtags.slice(0, length).join('-')
    const found = languages.find(({ serves }) =>
      serves.some((served) => served.toLowerCase() === tried),
    )
    if (found) return found.code
  }
  return undefined
}
