import type pg from 'pg'
import type { StoryRow } from './stories.ts'

/** The tables that a published save of a story fills. */
export const storyTables: readonly string[] = [
  'articles',
  'articles_rels',
  'articles_bylines',
  '_articles_v',
  '_articles_v_rels',
  '_articles_v_version_bylines',
  'addresses',
  'addresses_rels',
]

/** Columns that a story's row and its version have in common, with their types. */
const columns = {
  headline: 'varchar',
  kicker: 'varchar',
  standfirst: 'varchar',
  picture_id: 'integer',
  dateline: 'varchar',
  body: 'jsonb',
  language: 'enum_articles_language',
  slug: 'varchar',
  published_at: 'timestamptz',
  section_id: 'integer',
  series_id: 'integer',
  on_front_page: 'boolean',
  translation_of_id: 'integer',
  translation_group: 'varchar',
  path: 'varchar',
  minutes: 'numeric',
  has_gallery: 'boolean',
  genre: 'enum_articles_genre',
} as const

const names = Object.keys(columns)
const recordset = Object.entries({ id: 'integer', ...columns })
  .map(([name, type]) => `${name} ${type}`)
  .join(', ')

/** Types of PostgreSQL are per table: what a version keeps of an enumeration has a type of its own. */
const versionOf = (name: string): string =>
  columns[name as keyof typeof columns].startsWith('enum_')
    ? `s.${name}::text::enum__articles_v_version_${name}`
    : `s.${name}`

/*
 * One statement for each table, as Payload 3.90 fills them at a save that publishes: the story, its
 * latest version, topics and bylines of both, and the address that it keeps for ever. None looks
 * anything up but by a primary key: other indexes may be away.
 */
const stories = `
  insert into articles (id, ${names}, _status, created_at, updated_at)
  select id, ${names}, 'published', published_at, published_at
  from json_to_recordset($1::json) as s(${recordset}) order by id`

const versions = `
  insert into _articles_v (id, parent_id, ${names.map((name) => `version_${name}`)}, version__status,
    version_created_at, version_updated_at, created_at, updated_at, latest)
  select r.version, s.id, ${names.map(versionOf)}, 'published',
    s.created_at, s.updated_at, s.created_at, s.updated_at, true
  from json_to_recordset($1::json) as r(id integer, version integer)
  join articles s on s.id = r.id order by s.id`

/** Rows of published stories know in which language and when these came out; those of versions do not. */
type Listing = 'listed' | 'unlisted'
const listedColumns = { listed: ', listed_in, listed_at', unlisted: '' } as const
const listedValues = { listed: ', s.language, s.published_at', unlisted: '' } as const
const listedTypes = 'language enum_articles_language, published_at timestamptz'

const topics = (table: string, parent: string, path: string, listing: Listing) => `
  insert into ${table} ("order", parent_id, path, topics_id${listedColumns[listing]})
  select t.place, s.${parent}, '${path}', t.topic::int${listedValues[listing]}
  from json_to_recordset($1::json) as s(${parent} integer, topics json, ${listedTypes}),
    json_array_elements_text(s.topics) with ordinality as t(topic, place)`

const bylines = (table: string, parent: string, key: string, role: string, listing: Listing) => `
  insert into ${table} (_order, _parent_id, ${key}, person_id, role${listedColumns[listing]})
  select b.place, s.${parent}, b.byline->>'id', (b.byline->>'person_id')::int,
    (b.byline->>'role')::${role}${listedValues[listing]}
  from json_to_recordset($1::json) as s(${parent} integer, bylines json, ${listedTypes}),
    json_array_elements(s.bylines) with ordinality as b(byline, place)`

const addresses = `
  with kept as (
    insert into addresses (id, path, since, created_at, updated_at)
    select address, path, published_at, published_at, published_at
    from json_to_recordset($1::json) as s(address integer, path varchar, published_at timestamptz)
  )
  insert into addresses_rels (parent_id, path, articles_id)
  select address, 'target', id from json_to_recordset($1::json) as s(address integer, id integer)`

const ledger = `
  insert into imported_documents (edition, collection, document_id)
  select 'generated', 'articles', id from json_to_recordset($1::json) as s(id integer)`

/** What is written of each story, and what of it has to be said for that: PostgreSQL takes apart no more than that. */
const ofStories: readonly { text: string; needs: readonly (keyof NumberedRow)[] }[] = [
  { text: versions, needs: ['id', 'version'] },
  {
    text: topics('articles_rels', 'id', 'topics', 'listed'),
    needs: ['id', 'topics', 'language', 'published_at'],
  },
  {
    text: topics('_articles_v_rels', 'version', 'version.topics', 'unlisted'),
    needs: ['version', 'topics'],
  },
  {
    text: bylines('articles_bylines', 'id', 'id', 'enum_articles_bylines_role', 'listed'),
    needs: ['id', 'bylines', 'language', 'published_at'],
  },
  {
    text: bylines(
      '_articles_v_version_bylines',
      'version',
      '_uuid',
      'enum__articles_v_version_bylines_role',
      'unlisted',
    ),
    needs: ['version', 'bylines'],
  },
  { text: addresses, needs: ['address', 'path', 'published_at', 'id'] },
  { text: ledger, needs: ['id'] },
]

/** A story with the numbers of its version and of its address. */
type NumberedRow = StoryRow & { version: number; address: number }

/** Numbers for rows to come, from the sequence that the newsroom takes its own from. */
export async function reserve(
  client: pg.ClientBase,
  table: 'articles' | '_articles_v' | 'addresses',
  count: number,
): Promise<number[]> {
  const { rows } = await client.query<{ id: number }>(
    `with named as materialized (select pg_get_serial_sequence($1, 'id')::regclass as sequence)
     select nextval(sequence)::int as id from named, generate_series(1, $2)`,
    [table, count],
  )
  return rows.map(({ id }) => id)
}

/** Writes stories, within the transaction of the caller. */
export async function insertStories(
  client: pg.ClientBase,
  batch: readonly StoryRow[],
): Promise<void> {
  const version = await reserve(client, '_articles_v', batch.length)
  const address = await reserve(client, 'addresses', batch.length)
  await client.query(stories, [JSON.stringify(batch)])
  const rows = batch.map(
    (row, at): NumberedRow => ({ ...row, version: version[at] ?? 0, address: address[at] ?? 0 }),
  )
  for (const { text, needs } of ofStories)
    await client.query(text, [JSON.stringify(rows, [...needs, ...withinLists])])
}

/** What topics and bylines are made of. */
const withinLists = ['id', 'person_id', 'role']
