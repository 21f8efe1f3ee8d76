import { siteUrl } from '@/app/(portal)/site-url.ts'
import { sitemapHeaders } from '@/app/(portal)/sitemap-answer.ts'
import { languageCodes } from '@/lib/languages.ts'
import { readSitemapParts, readStaticAddresses } from '@/lib/reading/index.ts'
import { newestOf, sitemapIndex } from '@/lib/sitemaps/sitemap.ts'
import { pathOf } from '@/lib/urls.ts'

export const dynamic = 'force-dynamic'

/** The index: for each language its pages, and its stories by month, newest first. */
export async function GET() {
  const site = siteUrl()
  const files = await Promise.all(
    languageCodes.map(async (language) => {
      const [parts, pages] = await Promise.all([
        readSitemapParts(language, site),
        readStaticAddresses(language),
      ])
      return [
        { path: pathOf({ kind: 'sitemap-pages', language }), modified: newestOf(pages) },
        ...parts.map(({ modified, ...part }) => ({
          path: pathOf({ kind: 'sitemap', language, ...part }),
          modified,
        })),
      ]
    }),
  )
  return new Response(sitemapIndex(files.flat(), site), { headers: sitemapHeaders() })
}
