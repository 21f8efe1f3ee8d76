import type pg from 'pg'
import { copyRows, type Value } from './copy.ts'
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

/** Columns that a story's row and its version have in common. */
const columns = [
  'headline',
  'kicker',
  'standfirst',
  'picture_id',
  'dateline',
  'body',
  'language',
  'slug',
  'published_at',
  'section_id',
  'series_id',
  'on_front_page',
  'translation_of_id',
  'translation_group',
  'path',
  'minutes',
  'has_gallery',
  'genre',
] as const satisfies readonly (keyof StoryRow)[]

/** Types of PostgreSQL are per table: what a version keeps of an enumeration has a type of its own. */
const versionOf = (name: (typeof columns)[number]): string =>
  name === 'language' || name === 'genre'
    ? `s.${name}::text::enum__articles_v_version_${name}`
    : `s.${name}`

/** The latest version of each story, whose text PostgreSQL has read and packed already. */
const versions = `
  insert into _articles_v (id, parent_id, ${columns.map((name) => `version_${name}`)}, version__status,
    version_created_at, version_updated_at, created_at, updated_at, latest)
  select r.version, s.id, ${columns.map(versionOf)}, 'published',
    s.created_at, s.updated_at, s.created_at, s.updated_at, true
  from unnest($1::int[], $2::int[]) as r(id, version) join articles s on s.id = r.id`

/** A story with the numbers of its version and of its address. */
type NumberedRow = StoryRow & { version: number; address: number }

/** A table, and what it holds of a story. */
type Filled = {
  table: string
  columns: readonly string[]
  rowsOf: (story: NumberedRow) => readonly (readonly Value[])[]
}

const stories: Filled = {
  table: 'articles',
  columns: ['id', ...columns, '_status', 'created_at', 'updated_at'],
  rowsOf: (story) => {
    const { id, published_at } = story
    return [[id, ...columns.map((name) => story[name]), 'published', published_at, published_at]]
  },
}

/*
 * As Payload 3.90 fills them at a save that publishes: topics and bylines of the story and of its version, and the
 * address that it keeps for ever. Rows of published stories know in which language and when these came out.
 */
const besides: readonly Filled[] = [
  {
    table: 'articles_rels',
    columns: ['order', 'parent_id', 'path', 'topics_id', 'listed_in', 'listed_at'],
    rowsOf: ({ id, topics, language, published_at }) =>
      topics.map((topic, at) => [at + 1, id, 'topics', topic, language, published_at]),
  },
  {
    table: '_articles_v_rels',
    columns: ['order', 'parent_id', 'path', 'topics_id'],
    rowsOf: ({ version, topics }) =>
      topics.map((topic, at) => [at + 1, version, 'version.topics', topic]),
  },
  {
    table: 'articles_bylines',
    columns: ['_order', '_parent_id', 'id', 'person_id', 'role', 'listed_in', 'listed_at'],
    rowsOf: ({ id, bylines, language, published_at }) =>
      bylines.map((byline, at) => [
        at + 1,
        id,
        byline.id,
        byline.person_id,
        byline.role,
        language,
        published_at,
      ]),
  },
  {
    table: '_articles_v_version_bylines',
    columns: ['_order', '_parent_id', '_uuid', 'person_id', 'role'],
    rowsOf: ({ version, bylines }) =>
      bylines.map((byline, at) => [at + 1, version, byline.id, byline.person_id, byline.role]),
  },
  {
    table: 'addresses',
    columns: ['id', 'path', 'since', 'created_at', 'updated_at'],
    rowsOf: ({ address, path, published_at }) => [
      [address, path, published_at, published_at, published_at],
    ],
  },
  {
    table: 'addresses_rels',
    columns: ['parent_id', 'path', 'articles_id'],
    rowsOf: ({ address, id }) => [[address, 'target', id]],
  },
  {
    table: 'imported_documents',
    columns: ['edition', 'collection', 'document_id'],
    rowsOf: ({ id }) => [['generated', 'articles', id]],
  },
]

/**
 * Numbers for rows to come, from the sequence that the newsroom takes its own from. The caller holds the table: nobody
 * else takes one meanwhile.
 */
export async function reserve(
  client: pg.ClientBase,
  table: 'articles' | '_articles_v' | 'addresses',
  count: number,
): Promise<number[]> {
  const { rows } = await client.query<{ last: string }>(
    `with named as materialized (select pg_get_serial_sequence($1, 'id')::regclass as sequence)
     select setval(sequence, nextval(sequence) + $2 - 1) as last from named`,
    [table, count],
  )
  const last = Number(rows[0]?.last)
  return Array.from({ length: count }, (_, at) => last - count + 1 + at)
}

/** Writes stories, within the transaction of the caller. */
export async function insertStories(
  client: pg.ClientBase,
  batch: readonly StoryRow[],
): Promise<void> {
  const version = await reserve(client, '_articles_v', batch.length)
  const address = await reserve(client, 'addresses', batch.length)
  const rows = batch.map(
    (row, at): NumberedRow => ({ ...row, version: version[at] ?? 0, address: address[at] ?? 0 }),
  )
  const fill = ({ table, columns: named, rowsOf }: Filled) =>
    copyRows(client, table, named, rows.flatMap(rowsOf))
  await fill(stories)
  await client.query(versions, [batch.map(({ id }) => id), version])
  for (const each of besides) await fill(each)
}
