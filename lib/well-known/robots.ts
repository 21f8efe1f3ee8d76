import { languageCodes } from '../languages.ts'
import { pathOf } from '../urls.ts'

/**
 * robots.txt (RFC 9309): what readers can open may be crawled, the newsroom and searches not; with
 * the sitemaps.
 * @param siteUrl origin of the site
 */
export function robotsTxt(siteUrl: string): string {
  const sitemaps = [
    '/sitemap.xml',
    ...languageCodes.map((language) => pathOf({ kind: 'sitemap-news', language })),
  ]
  return [
    'User-agent: *',
    'Disallow: /admin',
    'Disallow: /api',
    ...languageCodes.flatMap((language) => {
      const path = pathOf({ kind: 'search', language })
      // Not by the bare path: it would hold whatever begins so, such as a section of search engines.
      return ['$', '?', '/'].map((end) => `Disallow: ${path}${end}`)
    }),
    '',
    ...sitemaps.map((path) => `Sitemap: ${siteUrl}${path}`),
    '',
  ].join('\n')
}
