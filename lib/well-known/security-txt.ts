import { languages } from '../languages.ts'

type Security = {
  /** Origin of the site. */
  siteUrl: string
  /** E-mail address for reports. */
  contact: string
  /** ms since the epoch */
  now: number
}

const day = 24 * 60 * 60 * 1000
/** Within the year that RFC 9116 (2.5.5) recommends; moved on each day, as long as the portal runs. */
const validDays = 180

/** security.txt (RFC 9116): whom to tell of a security hole. */
export function securityTxt({ siteUrl, contact, now }: Security): string {
  const expires = new Date((Math.floor(now / day) + validDays) * day)
  return [
    `Contact: mailto:${contact}`,
    `Expires: ${expires.toISOString()}`,
    `Preferred-Languages: ${languages.map(({ code }) => code).join(', ')}`,
    `Canonical: ${siteUrl}/.well-known/security.txt`,
    '',
  ].join('\n')
}
