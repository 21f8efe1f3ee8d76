import { languageCookie } from '../languages.ts'
import { consentCookie, consentDays } from './cookie.ts'

export type Stored = {
  name: string
  place: 'cookie' | 'localStorage'
  /** Seconds; null: until the reader deletes it. */
  life: number | null
  /** Who receives it: every reader who does what it is for, or people of the newsroom. */
  whose: 'reader' | 'editor'
}

const day = 24 * 60 * 60
const year = 365 * day

/**
 * Everything that this portal keeps in a browser. The cookies page prints this table, and cookies that
 * the edge sets take their life from it: what is not in it must not be stored.
 */
export const stored = {
  language: { name: languageCookie, place: 'cookie', life: year, whose: 'reader' },
  consent: { name: consentCookie, place: 'cookie', life: consentDays * day, whose: 'reader' },
  theme: { name: 'theme', place: 'localStorage', life: null, whose: 'reader' },
  textSize: { name: 'text-size', place: 'localStorage', life: null, whose: 'reader' },
  searches: { name: 'searches', place: 'localStorage', life: null, whose: 'reader' },
  session: { name: 'payload-token', place: 'cookie', life: 10 * 60 * 60, whose: 'editor' },
  newsroomLanguage: { name: 'payload-lng', place: 'cookie', life: year, whose: 'editor' },
  newsroomTheme: { name: 'payload-theme', place: 'cookie', life: year, whose: 'editor' },
} as const satisfies Record<string, Stored>

export type StoredKey = keyof typeof stored
export const storedKeys = Object.keys(stored) as StoredKey[]

/**
 * A Set-Cookie value (RFC 6265bis) for one of the cookies above: first-party, for every path, readable
 * by the portal's own script.
 * @param secure whether the site is on https
 */
export function setCookie(key: StoredKey, value: string, secure: boolean): string {
  const { name, life } = stored[key]
  const age = life === null ? '' : `; Max-Age=${life}`
  return `${name}=${value}${age}; Path=/; SameSite=Lax${secure ? '; Secure' : ''}`
}
