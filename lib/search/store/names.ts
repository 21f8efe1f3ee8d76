import { sql } from '@payloadcms/db-postgres'
import type { Database } from '../../../newsroom/database.ts'
import type { Query, Unit } from '../query/query.ts'
import { type NamedTerms, unitText } from '../query/tsquery.ts'
import { personMarker, topicMarker } from './markers.ts'

/** Topics and people of one word; more are not looked at. */
const mostNames = 50

/** Topics and people that are called, in whatever language, what the units of a query ask for. */
export async function readNamedTerms(database: Database, query: Query): Promise<NamedTerms> {
  const units: Unit[] = [...query.must, ...query.not]
  if (units.length === 0) return new Map()
  const asked = JSON.stringify(units.map(unitText))
  const { rows } = await database.execute(sql`
    select u.at::int as at, n.kind, n.term_id
    from jsonb_array_elements_text(${asked}::jsonb) with ordinality as u(words, at)
    cross join lateral (
      select distinct kind, term_id from search_names
      where kind in ('topics', 'people') and words @@ u.words::tsquery
      order by kind, term_id limit ${mostNames}
    ) n`)
  const named = new Map<Unit, string[]>()
  for (const { at, kind, term_id: id } of rows) {
    const unit = units[Number(at) - 1]
    const marker = kind === 'topics' ? topicMarker(Number(id)) : personMarker(Number(id))
    if (unit) named.set(unit, [...(named.get(unit) ?? []), marker])
  }
  return named
}
