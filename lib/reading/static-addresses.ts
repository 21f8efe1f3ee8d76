import { sql } from '@payloadcms/db-postgres'
import { adapterOf } from '../../newsroom/database.ts'
import { isLanguage, type Language, languageCodes } from '../languages.ts'
import { newestOf, type SitemapEntry } from '../sitemaps/sitemap.ts'
import { type Address, pathOf, staticPages, type Taxonomy } from '../urls.ts'
import { newsroom } from './newsroom.ts'
import { readTermsOf } from './terms.ts'

const taxonomies: readonly Taxonomy[] = ['sections', 'series', 'topics', 'people']

type Alike = Exclude<Address, { kind: 'feed' }>

/** What stands at the same place in several languages. */
function entry(
  address: Alike,
  languages: readonly Language[],
  modified: Date | null,
): SitemapEntry {
  const editions = languages.map((language) => ({
    language,
    path: pathOf({ ...address, language }),
  }))
  return { language: address.language, path: pathOf(address), editions, modified }
}

/** Everything of a language that is not a story: front page, lists, pages of the newsroom. */
export async function readStaticAddresses(language: Language): Promise<SitemapEntry[]> {
  const [terms, pages] = await Promise.all([
    Promise.all(taxonomies.map((taxonomy) => readTermsOf(taxonomy, language))),
    readPages(),
  ])
  const lists = terms.flat()
  const newest = newestOf(lists)
  return [
    { ...entry({ kind: 'front', language }, languageCodes, newest), chooser: '/' },
    entry({ kind: 'latest', language }, languageCodes, newest),
    ...lists.map(({ address, languages, modified }) => entry(address, languages, modified)),
    ...staticPages.flatMap((slug) => {
      const editions = pages.filter((page) => page.slug === slug)
      const own = editions.find((page) => page.language === language)
      const languages = editions.map((page) => page.language)
      return own ? [entry({ kind: 'page', language, slug }, languages, own.modified)] : []
    }),
    entry({ kind: 'feeds', language }, languageCodes, null),
  ]
}

async function readPages() {
  const { drizzle } = adapterOf(await newsroom())
  const { rows } = await drizzle.execute(
    sql`select slug, language, updated_at from pages where _status = 'published'`,
  )
  return rows.flatMap(({ slug, language, updated_at }) =>
    isLanguage(language)
      ? [{ slug: String(slug), language, modified: new Date(String(updated_at)) }]
      : [],
  )
}
