import type { IncomingMessage, ServerResponse } from 'node:http'
import { languageCodes, switchParameter } from '../../lib/languages.ts'
import { commonHeaders } from './security-headers.ts'

/** Where the rules are; `Speculation-Rules` of every reader page names it. */
export const speculationPath = '/speculation-rules.json'

/** For the header's list of structured fields (HTML, 7.6.3). */
export const speculationHeader = `"${speculationPath}"`

/**
 * What a browser may fetch before it is asked for (HTML, 7.6.1): a page of ours whose link the reader
 * points at. Files have a dot in their name and pages have none, so feeds and pictures stay out;
 * so do addresses that do something when they are opened.
 */
export const speculationRules = {
  prefetch: [
    {
      where: {
        and: [
          { href_matches: languageCodes.flatMap((code) => [`/${code}`, `/${code}/*`]) },
          { not: { href_matches: '/*.*' } },
          { not: { href_matches: `/*\\?*${switchParameter}=*` } },
          { not: { href_matches: languageCodes.map((code) => `/${code}/message/*`) } },
          { not: { href_matches: languageCodes.map((code) => `/${code}/consent*`) } },
          { not: { selector_matches: '[download]' } },
        ],
      },
      eagerness: 'moderate',
    },
  ],
} as const

const body = (rules: unknown): Buffer => Buffer.from(JSON.stringify(rules))
const all = body(speculationRules)
const none = body({})

/** The rules; none for a reader who saves data (`Save-Data: on`, W3C Save Data API). */
export function answerSpeculation(req: IncomingMessage, res: ServerResponse, https: boolean): void {
  const rules = req.headers['save-data']?.toString().toLowerCase() === 'on' ? none : all
  res
    .writeHead(200, [
      'Content-Type',
      'application/speculationrules+json',
      'Content-Length',
      String(rules.length),
      'Cache-Control',
      'public, max-age=3600',
      'Vary',
      'Save-Data',
      ...commonHeaders(https),
    ])
    .end(req.method === 'HEAD' ? undefined : rules)
}
