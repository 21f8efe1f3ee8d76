import { isLanguage, type Language } from '../languages.ts'
import { kindOfCollection, type ListAddress, type Taxonomy } from '../urls.ts'
import { dateOrNull, listOf, text } from './statements/fields.ts'
import { newestOf, places } from './statements/places.ts'
import { askedLocale } from './statements/rules.ts'
import { type Row, type Statement, statement } from './statements/statement.ts'

/** A section, series, topic or person that has a page in a language. */
export type NamedTerm = { address: Exclude<ListAddress, { kind: 'latest' }>; name: string }

export type ListedTerm = NamedTerm & {
  /** Languages in which it has a name, and so a page; its own among them. */
  languages: readonly Language[]
  /** When the newest of the stories on its page in this language came out or was revised; null without stories. */
  modified: Date | null
}

/** Stories of its page, among which the last change of it is looked for. */
const onPage = 40

const named = (taxonomy: Taxonomy, columns: string, joins: string): string => `
  select t.slug, n.name ${columns} from ${taxonomy} t
  join ${taxonomy}_locales n on n._parent_id = t.id and n._locale = ${askedLocale} and n.name <> ''
  ${joins} order by ${taxonomy === 'sections' ? 't._order' : 'n.name'}, t.id`

const namesOf = (taxonomy: Taxonomy): Statement =>
  statement(`names of ${taxonomy}`, named(taxonomy, '', ''))

/** Of each term the newest stories are looked up: however many there are, it is a step for each that a page shows. */
const listedOf = (taxonomy: Taxonomy): Statement =>
  statement(
    `${taxonomy} with their last change`,
    named(
      taxonomy,
      `, (select json_agg(o._locale) from ${taxonomy}_locales o
          where o._parent_id = t.id and o.name <> '') as languages, c.modified`,
      `cross join lateral (
         select max(least(now(), greatest(a.published_at, a.revised_at))) as modified
         from (${newestOf(places[kindOfCollection[taxonomy]], 't.id', onPage)}) s
         join articles a on a.id = s.id
       ) c`,
    ),
  )

const forEachTaxonomy = (of: (taxonomy: Taxonomy) => Statement): Record<Taxonomy, Statement> => ({
  sections: of('sections'),
  series: of('series'),
  topics: of('topics'),
  people: of('people'),
})
const names = forEachTaxonomy(namesOf)
const listed = forEachTaxonomy(listedOf)

const termOf = (taxonomy: Taxonomy, language: Language, row: Row): NamedTerm => ({
  address: { kind: kindOfCollection[taxonomy], language, slug: text(row.slug) },
  name: text(row.name),
})

/** Every section, series, topic or person that has a page in a language: sections in their order, others by name. */
export async function readTermNames(taxonomy: Taxonomy, language: Language): Promise<NamedTerm[]> {
  const rows = await names[taxonomy](language)
  return rows.map((row) => termOf(taxonomy, language, row))
}

/** The same with what sitemaps say of them. */
export async function readTermsOf(taxonomy: Taxonomy, language: Language): Promise<ListedTerm[]> {
  const rows = await listed[taxonomy](language)
  return rows.map((row) => ({
    ...termOf(taxonomy, language, row),
    languages: listOf(row.languages).filter(isLanguage),
    modified: dateOrNull(row.modified),
  }))
}
