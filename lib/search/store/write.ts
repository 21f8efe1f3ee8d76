import { sql } from '@payloadcms/db-postgres'
import type { Database } from '../../../newsroom/database.ts'
import type { SearchDocument, SearchName } from '../document.ts'
import { searchRules } from '../rules.ts'
import { among } from './among.ts'
import { VectorBuilder, vectorsOf } from './vector.ts'
import { type KnownWord, vocabularyOf } from './vocabulary.ts'

/** Characters of a story that passages are looked for in: a long read, not a book. */
const longestPassage = 60_000

/** Paragraphs and captions, each in a line: what passages are cut from. */
const passageOf = ({ standfirst, body, captions }: SearchDocument): string =>
  [standfirst, ...body, ...captions].join('\n').slice(0, longestPassage)

/**
 * In order of their numbers: two changes of the same stories wait for each other in a row.
 * @param turn what is written before; meanwhile the texts are taken apart
 */
export async function writeDocuments(
  database: Database,
  documents: readonly SearchDocument[],
  turn?: Promise<unknown>,
): Promise<void> {
  if (documents.length === 0) return
  const rows = documents.map((document) => ({
    story_id: document.id,
    language: document.language,
    published_at: document.publishedAt,
    section_id: document.section,
    rules: searchRules,
    ...vectorsOf(document),
    passage: passageOf(document),
  }))
  const parameter = JSON.stringify(rows)
  const words = vocabularyOf(documents)
  await turn
  await database.execute(sql`
    insert into search_stories (story_id, language, published_at, section_id, rules, head, words, passage)
    select story_id, language, published_at, section_id, rules, head::tsvector, words::tsvector, passage
    from json_to_recordset(${parameter}::json) as s(story_id integer, language text,
      published_at timestamptz, section_id integer, rules integer, head text, words text, passage text)
    order by story_id on conflict (story_id) do update set language = excluded.language,
      published_at = excluded.published_at, section_id = excluded.section_id,
      rules = excluded.rules, head = excluded.head, words = excluded.words, passage = excluded.passage`)
  await writeWords(database, words)
}

/** In order of the alphabet: two changes at once wait for each other at most, and never both. */
async function writeWords(database: Database, words: readonly KnownWord[]): Promise<void> {
  if (words.length === 0) return
  await database.execute(sql`
    insert into search_words (language, word, sound)
    select language, word, sound from json_to_recordset(${JSON.stringify(words)}::json)
      as s(language text, word text, sound text)
    order by language, word on conflict do nothing`)
}

export async function removeDocuments(database: Database, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  await database.execute(sql`
    delete from search_stories where story_id in ${among(ids)}`)
}

export async function writeNames(
  database: Database,
  kind: SearchName['kind'],
  id: number,
  names: readonly SearchName[],
): Promise<void> {
  const rows = names.map((name) => ({
    ...name,
    words: new VectorBuilder().add(name.name, 'A').toString(),
  }))
  await database.execute(sql`delete from search_names where kind = ${kind} and term_id = ${id}`)
  if (rows.length === 0) return
  await database.execute(sql`
    insert into search_names (kind, term_id, language, name, slug, words)
    select kind, id, language, name, slug, words::tsvector
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as s(kind text, id integer, language text, name text, slug text, words text)
    on conflict (kind, term_id, language) do update set
      name = excluded.name, slug = excluded.slug, words = excluded.words`)
}
