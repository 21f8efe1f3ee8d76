import { adapterOf } from '../../newsroom/database.ts'
import type { Language } from '../languages.ts'
import { postgresIndex } from '../search/postgres.ts'
import type { Suggestion } from '../search/search-index.ts'
import { kindOfCollection, pathOf } from '../urls.ts'
import { newsroom } from './newsroom.ts'

const mostSuggestions = 8

/** Something that a search may have been meant for, and where it is. */
export type SuggestedLink = { kind: Suggestion['kind']; text: string; href: string }

/** Names and headlines that begin as what was typed, in one language. */
export async function readSuggestions(typed: string, language: Language): Promise<SuggestedLink[]> {
  const index = postgresIndex(adapterOf(await newsroom()).drizzle)
  const found = await index.suggest(typed, language, mostSuggestions)
  return found.map((one) => ({
    kind: one.kind,
    text: one.text,
    href:
      one.kind === 'story'
        ? one.path
        : pathOf({ kind: kindOfCollection[one.kind], language, slug: one.slug }),
  }))
}
