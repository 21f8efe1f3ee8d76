import { sql } from '@payloadcms/db-postgres'
import type { Database } from '../../newsroom/database.ts'
import { codeOf } from '../plain-error.ts'
import type { SearchIndex } from './search-index.ts'
import { among } from './store/among.ts'
import { searchStories } from './store/search.ts'
import { spellingsOf } from './store/spellings.ts'
import { suggestFor } from './store/suggest.ts'
import { type Connection, inTime, isTooLong } from './store/time-limit.ts'
import { removeDocuments, writeDocuments, writeNames } from './store/write.ts'

/** What went wrong, without the parameters of the statement: they are what a reader has typed. */
async function withoutWords<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    const cause: unknown = error instanceof Error ? error.cause : undefined
    const code = codeOf(cause) ?? codeOf(error) ?? 'unknown'
    throw new Error(`The search index gave no answer (${code})`)
  }
}

/** Proposals that took too long are none: who types does not wait for them. */
async function orNone<T>(work: Promise<T[]>): Promise<T[]> {
  try {
    return await work
  } catch (error) {
    if (isTooLong(error)) return []
    throw error
  }
}

/**
 * The index in PostgreSQL, on a pool or, for what writes, on the transaction of a change: what it does
 * then happens with the change or not at all.
 */
export function postgresIndex(database: Connection): SearchIndex {
  const propose = <T>(work: (own: Database) => Promise<T[]>): Promise<T[]> =>
    withoutWords(orNone(inTime(database, work)))
  return {
    index: (documents, turn) => writeDocuments(database, documents, turn),
    remove: (ids) => removeDocuments(database, ids),
    nameTerm: (kind, id, names) => writeNames(database, kind, id, names),
    search: (query, filters, page) =>
      withoutWords(inTime(database, (own) => searchStories(own, query, filters, page))),
    suggest: (typed, language, most) => propose((own) => suggestFor(own, typed, language, most)),
    spellings: (word, language) => propose((own) => spellingsOf(own, word, language)),
    passages: async (ids) => {
      const { rows } = await database.execute(sql`
        select story_id, passage from search_stories where story_id in ${among(ids)}`)
      return new Map(rows.map((row) => [Number(row.story_id), String(row.passage)]))
    },
  }
}
