/**
 * What a reader answered to the cookie notice, as one first-party cookie keeps it. These rules are the
 * same for the browser, the edge and the pages; the pre-paint script carries them, so nothing is imported.
 */
export const consentCookie = 'portal_consent'
/** A choice is asked for again after so many days (CNIL, recommendation 2020-092: six months). */
export const consentDays = 180

/** What is optional, and off unless a reader agrees. */
export type Choices = { statistics: boolean; media: boolean }
export const refusal: Choices = { statistics: false, media: false }
export const agreement: Choices = { statistics: true, media: true }

export type Consent = Choices & {
  /** Of the policies that the reader was shown: an ISO 8601 date, or `noRevision`. */
  revision: string
  /** Day of the choice, ISO 8601, UTC. */
  day: string
}

/** Stands for the revision while the newsroom has named none; earlier than any date. */
export const noRevision = '0'

const dayMs = 24 * 60 * 60 * 1000
const date = String.raw`\d{4}-\d\d-\d\d`
const revisionPattern = `0|${date}`
/** `v1.r2026-11-01.d2026-11-24.statistics-yes.media-no`; another schema begins otherwise. */
const pattern = RegExp(
  `^v1\\.r(${revisionPattern})\\.d(${date})\\.statistics-(yes|no)\\.media-(yes|no)$`,
)

export const isRevision = (value: string): boolean => RegExp(`^(?:${revisionPattern})$`).test(value)

const word = (agreed: boolean) => (agreed ? 'yes' : 'no')

/** The value of the cookie: letters, digits, dots and hyphens, which no software has to encode. */
export const formatConsent = ({ revision, day, statistics, media }: Consent): string =>
  `v1.r${revision}.d${day}.statistics-${word(statistics)}.media-${word(media)}`

/** Null for what is malformed or of another schema. */
export function parseConsent(value: string): Consent | null {
  const [, revision, day, statistics, media] = pattern.exec(value) ?? []
  return revision && day
    ? { revision, day, statistics: statistics === 'yes', media: media === 'yes' }
    : null
}

/**
 * The choice that holds now; null when the reader has to be asked: no cookie, a malformed one, one of an
 * earlier revision of the policies, older than 180 days, or from the future (a day is granted to clocks
 * that differ).
 * @param cookies all of the request or document, `a=b; c=d`
 * @param revision of the policies as the page names it
 * @param now ms since the epoch
 */
export function readConsent(cookies: string, revision: string, now: number): Consent | null {
  for (const cookie of cookies.split(/;\s*/)) {
    if (!cookie.startsWith(`${consentCookie}=`)) continue
    const consent = parseConsent(cookie.slice(consentCookie.length + 1))
    const age = consent ? (now - Date.parse(consent.day)) / dayMs : Number.NaN
    if (consent && consent.revision >= revision && age >= -1 && age <= consentDays) return consent
  }
  return null
}
