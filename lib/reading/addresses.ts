import { isLanguage } from '../languages.ts'
import { documentKey } from '../purge-keys.ts'
import { kindOfCollection, pathOf, type Taxonomy } from '../urls.ts'
import { text, textOrNull } from './statements/fields.ts'
import { isLive } from './statements/rules.ts'
import { statement } from './statements/statement.ts'

/** What an address leads to, at which no page is found. */
export type FormerAddress =
  | { kind: 'unknown' }
  | { kind: 'moved'; path: string; keys: string[] }
  | { kind: 'withdrawn'; keys: string[] }

const unknown: FormerAddress = { kind: 'unknown' }

/**
 * The newsroom's record of an address, which readers have no right to, with what it leads to as they may see that.
 */
const record = statement(
  'former address',
  `select v.collection, v.id, v.path, v.slug from addresses d
   left join addresses_rels r on r.parent_id = d.id and r.path = 'target'
   left join lateral (
     select 'articles' as collection, r.articles_id as id, (
       select a.path from articles a where a.id = r.articles_id and ${isLive('a')}
     ) as path, null as slug where r.articles_id is not null
     union all select 'sections', t.id, null, t.slug from sections t where t.id = r.sections_id
     union all select 'series', t.id, null, t.slug from series t where t.id = r.series_id
     union all select 'topics', t.id, null, t.slug from topics t where t.id = r.topics_id
     union all select 'people', t.id, null, t.slug from people t where t.id = r.people_id
   ) v on true
   where d.path = $1::text and d.since <= now() limit 1`,
)

/** What the newsroom's records say of an address: moved to another, withdrawn, or never public. */
export async function readFormerAddress(path: string): Promise<FormerAddress> {
  const language = path.split('/')[1]
  if (!isLanguage(language)) return unknown
  const [row] = await record(path)
  if (!row) return unknown
  const collection = textOrNull(row.collection)
  // What it led to was deleted.
  if (!collection) return { kind: 'withdrawn', keys: [] }
  const keys = [documentKey(collection, Number(row.id))]
  if (collection !== 'articles') {
    const kind = kindOfCollection[collection as Taxonomy]
    return { kind: 'moved', path: pathOf({ kind, language, slug: text(row.slug) }), keys }
  }
  const now = textOrNull(row.path)
  return now && now !== path ? { kind: 'moved', path: now, keys } : { kind: 'withdrawn', keys }
}
