import { enhancement } from './enhancement.ts'

/** Styles of a format that few stories have, after those of every page. Next would give them to all stories. */
export function FormatStyles({ of: format }: { of: 'live' | 'photo-essay' }) {
  return <link rel="stylesheet" href={enhancement().styles[format]} precedence="format" />
}
