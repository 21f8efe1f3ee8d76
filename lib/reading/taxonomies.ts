import type { Language } from '../languages.ts'
import { kindOfCollection, pathOf, type Taxonomy } from '../urls.ts'
import { asReader, newsroom } from './newsroom.ts'
import type { Accent, NamedLink } from './types.ts'

/** A section, series, topic or person as a page names it. */
export type Term = NamedLink & {
  id: number
  slug: string
  description: string | null
  accent: Accent
  position: string | null
  portrait: number | null
}

type Stored = {
  id: number
  slug?: string | null
  name?: string | null
  description?: string | null
  bio?: string | null
  position?: string | null
  accent?: Accent | null
  portrait?: unknown
}

function termOf(collection: Taxonomy, language: Language, doc: Stored): Term | null {
  const { id, slug, name } = doc
  // Without a name in this language it has no page in it.
  if (!slug || !name) return null
  return {
    id,
    slug,
    name,
    href: pathOf({ kind: kindOfCollection[collection], language, slug }),
    description: doc.description || doc.bio || null,
    accent: doc.accent ?? 'ink',
    position: doc.position || null,
    portrait: typeof doc.portrait === 'number' ? doc.portrait : null,
  }
}

/** All sections in their order. */
export async function readSections(language: Language): Promise<Term[]> {
  const payload = await newsroom()
  const { docs } = await payload.find({
    collection: 'sections',
    sort: '_order',
    ...asReader(language),
  })
  return docs.flatMap((doc) => termOf('sections', language, doc) ?? [])
}

export async function readTerms(
  collection: Taxonomy,
  ids: readonly number[],
  language: Language,
): Promise<Map<number, Term>> {
  if (ids.length === 0) return new Map()
  const payload = await newsroom()
  const { docs } = await payload.find({
    collection,
    where: { id: { in: [...new Set(ids)] } },
    ...asReader(language),
  })
  const terms = docs.flatMap((doc) => termOf(collection, language, doc as Stored) ?? [])
  return new Map(terms.map((term) => [term.id, term]))
}

export async function readTermBySlug(
  collection: Taxonomy,
  slug: string,
  language: Language,
): Promise<Term | null> {
  const payload = await newsroom()
  const { docs } = await payload.find({
    collection,
    where: { slug: { equals: slug } },
    limit: 1,
    ...asReader(language),
  })
  const [doc] = docs
  return doc ? termOf(collection, language, doc as Stored) : null
}
