import { sql } from '@payloadcms/db-postgres'
import { adapterOf } from '../../newsroom/database.ts'
import { isLanguage, type Language } from '../languages.ts'
import { kindOfCollection, type ListAddress, type Taxonomy } from '../urls.ts'
import { newsroom } from './newsroom.ts'

export type ListedTerm = {
  address: ListAddress
  name: string
  /** Languages in which it has a name, and so a page; its own among them. */
  languages: readonly Language[]
  /** When the newest of its stories in this language came out or was revised; null without stories. */
  modified: Date | null
}

/** Which term a story `a` belongs to, and how terms are sorted. */
const taxonomies = {
  sections: { of: sql`articles a`, term: sql`a.section_id`, order: sql`t._order` },
  series: { of: sql`articles a`, term: sql`a.series_id`, order: sql`l.name` },
  topics: {
    of: sql`articles a join articles_rels r on r.parent_id = a.id`,
    term: sql`r.topics_id`,
    order: sql`l.name`,
  },
  people: {
    of: sql`articles a join articles_bylines b on b._parent_id = a.id`,
    term: sql`b.person_id`,
    order: sql`l.name`,
  },
} as const satisfies Record<Taxonomy, object>

/**
 * Every section, series, topic or person that has a page in a language. The stories are gone through
 * once for all terms together: however many there are of each, it is one pass over an index.
 */
export async function readTermsOf(taxonomy: Taxonomy, language: Language): Promise<ListedTerm[]> {
  const { of, term, order } = taxonomies[taxonomy]
  const names = sql.identifier(`${taxonomy}_locales`)
  const { drizzle } = adapterOf(await newsroom())
  const { rows } = await drizzle.execute(sql`
    select t.slug, l.name,
      (select array_agg(o._locale::text) from ${names} o
        where o._parent_id = t.id and o.name <> '') as languages,
      n.modified
    from ${sql.identifier(taxonomy)} t join ${names} l on l._parent_id = t.id
    left join (
      select ${term} as id,
        least(now(), greatest(max(a.published_at), max(a.revised_at))) as modified
      from ${of} where a.language = ${language}
        and a._status = 'published' and a.published_at <= now()
      group by 1
    ) n on n.id = t.id
    where l._locale = ${language} and l.name <> '' order by ${order}`)
  return rows.map((row) => ({
    address: { kind: kindOfCollection[taxonomy], language, slug: String(row.slug) },
    name: String(row.name),
    languages: Array.isArray(row.languages) ? row.languages.filter(isLanguage) : [],
    modified: row.modified ? new Date(String(row.modified)) : null,
  }))
}
