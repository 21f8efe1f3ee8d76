import { isLanguage, type Language, languageCodes } from '../languages.ts'
import { newestOf, type SitemapEntry } from '../sitemaps/sitemap.ts'
import { type Address, type ListAddress, pathOf, staticPages, type Taxonomy } from '../urls.ts'
import { readMonths } from './archive/months.ts'
import { dateOrNull, text } from './statements/fields.ts'
import { statement } from './statements/statement.ts'
import { readTermsOf } from './terms.ts'

const taxonomies: readonly Taxonomy[] = ['sections', 'series', 'topics', 'people']

type Alike = Exclude<Address, { kind: 'feed' | 'live' | 'live-entry' }>

const inLanguage = (address: Alike, language: Language): Alike =>
  'of' in address
    ? { ...address, language, of: { ...address.of, language } }
    : { ...address, language }

/** What stands at the same place in several languages. */
function entry(
  address: Alike,
  languages: readonly Language[],
  modified: Date | null,
): SitemapEntry {
  const editions = languages.map((language) => ({
    language,
    path: pathOf(inLanguage(address, language)),
  }))
  return { language: address.language, path: pathOf(address), editions, modified }
}

/** Everything of a language that is not a story: front page, lists, pages of the newsroom. */
export async function readStaticAddresses(language: Language): Promise<SitemapEntry[]> {
  const [terms, pages, months] = await Promise.all([
    Promise.all(taxonomies.map((taxonomy) => readTermsOf(taxonomy, language))),
    readPages(),
    readMonthsOfAll(language),
  ])
  const lists = terms.flat()
  const newest = newestOf(lists)
  return [
    { ...entry({ kind: 'front', language }, languageCodes, newest), chooser: '/' },
    entry({ kind: 'latest', language }, languageCodes, newest),
    ...lists.map(({ address, languages, modified }) => entry(address, languages, modified)),
    entry({ kind: 'on-this-day', language }, languageCodes, null),
    entry({ kind: 'most-read', language }, languageCodes, null),
    entry(archiveOf({ kind: 'latest', language }), languageCodes, newest),
    ...lists.map(({ address, languages, modified }) =>
      entry(archiveOf(address), languages, modified),
    ),
    ...months.map(({ month, languages }) =>
      entry({ kind: 'month', language, of: { kind: 'latest', language }, month }, languages, null),
    ),
    ...staticPages.flatMap((slug) => {
      const editions = pages.filter((page) => page.slug === slug)
      const own = editions.find((page) => page.language === language)
      const languages = editions.map((page) => page.language)
      return own ? [entry({ kind: 'page', language, slug }, languages, own.modified)] : []
    }),
    entry({ kind: 'feeds', language }, languageCodes, null),
  ]
}

const archiveOf = (of: ListAddress): Alike => ({ kind: 'archive', language: of.language, of })

/** Months of the whole portal that hold stories, with the languages that have them. */
async function readMonthsOfAll(language: Language) {
  const ofLanguages = await Promise.all(
    languageCodes.map(async (code) => {
      const list = { of: { kind: 'latest', language: code }, term: null } as const
      const months = await readMonths(list)
      return { code, months: months.map(({ month }) => month) }
    }),
  )
  const own = ofLanguages.find(({ code }) => code === language)?.months ?? []
  return own.map((month) => ({
    month,
    languages: ofLanguages.flatMap(({ code, months }) => (months.includes(month) ? [code] : [])),
  }))
}

const pagesOfAll = statement(
  'pages of every language',
  `select p.slug, p.language, p.updated_at from pages p where p._status = 'published'`,
)

async function readPages() {
  const rows = await pagesOfAll()
  return rows.flatMap(({ slug, language, updated_at }) =>
    isLanguage(language) ? [{ slug: text(slug), language, modified: dateOrNull(updated_at) }] : [],
  )
}
