import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { isLanguage } from '../../lib/languages.ts'
import type { SearchName } from '../../lib/search/document.ts'
import { postgresIndex } from '../../lib/search/postgres.ts'
import { among } from '../../lib/search/store/among.ts'
import { pictureMarker } from '../../lib/search/store/markers.ts'
import { quoted } from '../../lib/search/store/vector.ts'
import { type Database, databaseOf } from '../database.ts'
import { storiesWithRecording } from '../outbox/recordings.ts'
import { readDocuments } from './read-documents.ts'

/**
 * Indexes stories as readers see them now, or takes them out where they see them no more. They are held
 * first, by a statement of its own: whoever is about to withdraw one of them is waited for, and what is
 * read then is what it has left.
 * @param turn what is written before them; they are read meanwhile
 */
export async function indexStories(
  database: Database,
  ids: readonly number[],
  turn?: Promise<unknown>,
): Promise<void> {
  if (ids.length === 0) return
  await database.execute(sql`
    select from articles where id in ${among(ids)} order by id for share`)
  const index = postgresIndex(database)
  const documents = await readDocuments(database, ids)
  const found = new Set(documents.map(({ id }) => id))
  await index.index(documents, turn)
  await index.remove(ids.filter((id) => !found.has(id)))
}

/** In the transaction of a save. */
export async function indexStory(req: PayloadRequest, id: number): Promise<void> {
  await indexStories(await databaseOf(req), [id])
}

/** Stories that show a picture; more than anybody's newsroom has of one are left to the next rebuild. */
const mostOfPicture = 500

/** A picture's caption has changed: the newest stories that show it are indexed anew. */
export async function indexPicture(req: PayloadRequest, id: number): Promise<void> {
  const database = await databaseOf(req)
  const { rows } = await database.execute(sql`
    select story_id from search_stories where words @@ ${quoted(pictureMarker(id))}::tsquery
    order by published_at desc limit ${mostOfPicture}`)
  await indexStories(
    database,
    rows.map((row) => Number(row.story_id)),
  )
}

/** A recording's words have changed: the stories that play it are indexed anew. */
export async function indexRecording(req: PayloadRequest, id: number): Promise<void> {
  await indexStories(await databaseOf(req), await storiesWithRecording(req, id))
}

/** Names of a section, series, topic or person, in every language that has one. */
export async function readNames(
  database: Database,
  kind: SearchName['kind'],
  id: number,
): Promise<SearchName[]> {
  const { rows } = await database.execute(sql`
    select l._locale::text as language, l.name, t.slug
    from ${sql.identifier(kind)} t join ${sql.identifier(`${kind}_locales`)} l on l._parent_id = t.id
    where t.id = ${id} and l.name <> '' and t.slug is not null`)
  return rows.flatMap(({ language, name, slug }) =>
    isLanguage(language) ? [{ kind, id, language, name: String(name), slug: String(slug) }] : [],
  )
}

export async function indexTerm(
  req: PayloadRequest,
  kind: SearchName['kind'],
  id: number,
): Promise<void> {
  const database = await databaseOf(req)
  await postgresIndex(database).nameTerm(kind, id, await readNames(database, kind, id))
}
