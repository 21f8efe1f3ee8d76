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

/** Which stories `a` a term `t` holds, and how terms are sorted. */
const taxonomies = {
  sections: { holds: sql`a.section_id = t.id`, order: sql`t._order` },
  series: { holds: sql`a.series_id = t.id`, order: sql`l.name` },
  topics: {
    holds: sql`exists (
      select from articles_rels r where r.parent_id = a.id and r.topics_id = t.id)`,
    order: sql`l.name`,
  },
  people: {
    holds: sql`exists (
      select from articles_bylines b where b._parent_id = a.id and b.person_id = t.id)`,
    order: sql`l.name`,
  },
} as const satisfies Record<Taxonomy, object>

/** Every section, series, topic or person that has a page in a language. */
export async function readTermsOf(taxonomy: Taxonomy, language: Language): Promise<ListedTerm[]> {
  const { holds, order } = taxonomies[taxonomy]
  const names = sql.identifier(`${taxonomy}_locales`)
  const { drizzle } = adapterOf(await newsroom())
  const { rows } = await drizzle.execute(sql`
    select t.slug, l.name,
      (select array_agg(o._locale::text) from ${names} o
        where o._parent_id = t.id and o.name <> '') as languages,
      (select max(least(now(), greatest(a.published_at, a.revised_at))) from articles a
        where ${holds} and a.language = ${language}
          and a._status = 'published' and a.published_at <= now()) as modified
    from ${sql.identifier(taxonomy)} t join ${names} l on l._parent_id = t.id
    where l._locale = ${language} and l.name <> '' order by ${order}`)
  return rows.map((row) => ({
    address: { kind: kindOfCollection[taxonomy], language, slug: String(row.slug) },
    name: String(row.name),
    languages: Array.isArray(row.languages) ? row.languages.filter(isLanguage) : [],
    modified: row.modified ? new Date(String(row.modified)) : null,
  }))
}
