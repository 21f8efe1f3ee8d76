import type { Language } from '../languages.ts'
import type { SearchDocument, SearchName } from './document.ts'
import type { Query } from './query/query.ts'

/** What narrows a search. Numbers are those of the newsroom's documents. */
export type Filters = {
  /** Empty: all. */
  languages: readonly Language[]
  section?: number | null
  series?: number | null
  person?: number | null
  /** From this time on, and before that one: ISO 8601. */
  since?: string | null
  until?: string | null
}

export type Found = { id: number; language: Language }

/** A place in a list of results: what follows it does not change when something new is found before it. */
export type Cursor = {
  score: number
  id: number
  /** The day by which freshness was reckoned: whole days since 1970. */
  day: number
}

export type Results = {
  /** A page of them, the best first. */
  found: readonly Found[]
  /** How many there are in all. */
  count: number
  /** Whether there are more than `count`: no more are counted. */
  more: boolean
  /** How many of them each section has, most first; of the number counted. */
  sections: readonly { section: number; count: number }[]
  /** Where the next page begins; null on the last. */
  next: Cursor | null
  /** The time that a search may take was up: there may be more. */
  broken: boolean
}

export const nothing: Results = {
  found: [],
  count: 0,
  more: false,
  sections: [],
  next: null,
  broken: false,
}

export type Suggestion =
  | { kind: 'story'; id: number; text: string; path: string }
  | { kind: SearchName['kind']; id: number; text: string; slug: string }

/**
 * What the portal asks of a search index. PostgreSQL answers it (`postgres.ts`); a search server could
 * stand here instead. What writes takes part in the transaction of the change, or, with a server, in what
 * follows its commit.
 */
export type SearchIndex = {
  /**
   * Puts stories in, or in the place of what was known of them.
   * @param turn what is written before them; they are made ready meanwhile
   */
  index(documents: readonly SearchDocument[], turn?: Promise<unknown>): Promise<void>
  remove(ids: readonly number[]): Promise<void>
  /** What a section, series, topic or person is called now, in every language that has a name for it. */
  nameTerm(kind: SearchName['kind'], id: number, names: readonly SearchName[]): Promise<void>
  search(
    query: Query,
    filters: Filters,
    page: { size: number; after: Cursor | null },
  ): Promise<Results>
  suggest(typed: string, language: Language, most: number): Promise<Suggestion[]>
  /** Words of the index that are nearly as one that is not found; the likeliest first. */
  spellings(word: string, language: Language): Promise<string[]>
  /** Texts that were indexed, for passages. */
  passages(ids: readonly number[]): Promise<ReadonlyMap<number, string>>
}
