import { sql } from '@payloadcms/db-postgres'
import { adapterOf } from '../../../newsroom/database.ts'
import type { Language } from '../../languages.ts'
import { collectionOfKind, type ListAddress } from '../../urls.ts'
import { newsroom } from '../newsroom.ts'
import { readTermBySlug, type Term } from '../taxonomies.ts'
import type { ArchivedList } from './types.ts'

/** A statement, or a part of one, with its values apart. */
export type Sql = ReturnType<typeof sql>

/** A list by its document: null for the latest stories of all. */
export type FoundList = { of: ListAddress; term: Term | null }

/** Null when there is no such section, series, topic or author in this language. */
export async function findList(of: ListAddress): Promise<FoundList | null> {
  if (of.kind === 'latest') return { of, term: null }
  const term = await readTermBySlug(collectionOfKind[of.kind], of.slug, of.language)
  return term && { of, term }
}

export const archivedList = ({ of, term }: FoundList): ArchivedList => ({
  of,
  name: term?.name ?? null,
  description: term?.description ?? null,
  accent: term?.accent ?? 'ink',
})

/** Of `articles a`: those that readers may see, and that stand in the list. */
export const isOf = (list: FoundList): Sql => sql`
  a.language = ${list.of.language} and a._status = 'published' and a.published_at <= now()
  and ${standsIn(list)}`

/** From the first moment on, until before the second. */
export const within = (at: Sql, [start, end]: readonly [string, string]): Sql =>
  sql`${at} >= ${start}::timestamptz and ${at} < ${end}::timestamptz`

function standsIn({ of, term }: FoundList): Sql {
  const id = term?.id ?? null
  switch (of.kind) {
    case 'latest':
      return sql`true`
    case 'section':
      return sql`a.section_id = ${id}`
    case 'series':
      return sql`a.series_id = ${id}`
    case 'topic':
      return sql`exists (select from articles_rels r where r.parent_id = a.id and r.topics_id = ${id})`
    case 'author':
      return sql`exists (select from articles_bylines b where b._parent_id = a.id and b.person_id = ${id})`
  }
}

/** Rows of a statement, as the driver gives them. */
export async function rowsOf(statement: Sql): Promise<Record<string, unknown>[]> {
  const { rows } = await adapterOf(await newsroom()).drizzle.execute(statement)
  return rows
}

/** The same list in another language. */
export const listIn = (of: ListAddress, language: Language): ListAddress => ({ ...of, language })
