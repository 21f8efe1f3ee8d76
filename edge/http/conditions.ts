import type { IncomingHttpHeaders, ServerResponse } from 'node:http'

/** What a request wants to be true before it is answered (RFC 9110, 13.1); absent where it does not say so. */
export type Conditions = {
  ifMatch: string | undefined
  ifUnmodifiedSince: string | undefined
  ifNoneMatch: string | undefined
  ifModifiedSince: string | undefined
}

/** What can be said of the answer: a strong tag, and ms since the epoch, whole seconds; null where it has no date. */
export type Validators = { etag: string; modifiedAt: number | null }

/** `unchanged`: 304, the client has it. `failed`: 412, it is not what the client takes it for. */
export type Outcome = 'send' | 'unchanged' | 'failed'

export const conditionsOf = (headers: IncomingHttpHeaders): Conditions => ({
  ifMatch: headers['if-match'],
  ifUnmodifiedSince: headers['if-unmodified-since'],
  ifNoneMatch: headers['if-none-match'],
  ifModifiedSince: headers['if-modified-since'],
})

/**
 * What becomes of a GET or HEAD that would otherwise be answered 200, in the order of RFC 9110, 13.2.2: a date is
 * looked at only where no tag of its kind was sent, and one that cannot be read counts as absent.
 */
export function outcomeOf(conditions: Conditions, { etag, modifiedAt }: Validators): Outcome {
  const { ifMatch, ifUnmodifiedSince, ifNoneMatch, ifModifiedSince } = conditions
  if (ifMatch !== undefined) {
    if (!isAmong(ifMatch, etag)) return 'failed'
  } else if (ifUnmodifiedSince !== undefined && modifiedAt !== null) {
    if (modifiedAt > dateOf(ifUnmodifiedSince)) return 'failed'
  }
  if (ifNoneMatch !== undefined) return matches(ifNoneMatch, etag) ? 'unchanged' : 'send'
  if (ifModifiedSince === undefined || modifiedAt === null) return 'send'
  return modifiedAt <= dateOf(ifModifiedSince) ? 'unchanged' : 'send'
}

/** Says that a condition does not hold, and what the tag is now. */
export function refuseCondition(res: ServerResponse, etag: string): void {
  res
    .writeHead(412, [
      ...['ETag', etag, 'Content-Length', '0'],
      ...['Cache-Control', 'no-store', 'X-Content-Type-Options', 'nosniff'],
    ])
    .end()
}

/**
 * A range holds only for what the client has seen (If-Range, RFC 9110, 13.1.5): by strong tag, or by exact date where what
 * has that date never changes in place.
 */
export function isSameAs(ifRange: unknown, { etag, modifiedAt }: Validators): boolean {
  if (ifRange === undefined || ifRange === etag) return true
  return modifiedAt !== null && typeof ifRange === 'string' && dateOf(ifRange) === modifiedAt
}

/** Weak comparison of RFC 9110, 8.8.3.2 and 13.1.2. */
function matches(ifNoneMatch: string, etag: string): boolean {
  if (ifNoneMatch === etag || ifNoneMatch.trim() === '*') return true
  return ifNoneMatch.split(',').some((one) => one.trim().replace(/^W\//, '') === etag)
}

/** Strong comparison (13.1.1): a weak tag promises less than is asked for. */
function isAmong(ifMatch: string, etag: string): boolean {
  if (ifMatch.trim() === '*') return true
  return ifMatch.split(',').some((one) => one.trim() === etag)
}

/** RFC 9110, 5.6.7: the form in use, and the two older ones that are to be understood. */
const forms = [
  /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/,
  /^[A-Z][a-z]{5,8}, \d{2}-[A-Z][a-z]{2}-\d{2} \d{2}:\d{2}:\d{2} GMT$/,
  /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} \d{4}$/,
]

/** ms since the epoch; NaN for what is no HTTP date, which is neither before nor after anything. */
function dateOf(text: string): number {
  if (!forms.some((form) => form.test(text))) return Number.NaN
  return Date.parse(text.endsWith(' GMT') ? text : `${text} GMT`)
}
