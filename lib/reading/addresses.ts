import { isLanguage, type Language } from '../languages.ts'
import { documentKey } from '../purge-keys.ts'
import { kindOfCollection, pathOf, type Taxonomy } from '../urls.ts'
import { asReader, newsroom } from './newsroom.ts'

/** What an address leads to, at which no page is found. */
export type FormerAddress =
  | { kind: 'unknown' }
  | { kind: 'moved'; path: string; keys: string[] }
  | { kind: 'withdrawn'; keys: string[] }

const unknown: FormerAddress = { kind: 'unknown' }

async function storyNow(id: number, language: Language, path: string): Promise<FormerAddress> {
  const payload = await newsroom()
  const { docs } = await payload.find({
    collection: 'articles',
    where: { id: { equals: id } },
    select: { path: true },
    limit: 1,
    ...asReader(language),
  })
  const now = docs[0]?.path
  const keys = [documentKey('articles', id)]
  return now && now !== path ? { kind: 'moved', path: now, keys } : { kind: 'withdrawn', keys }
}

async function termNow(
  collection: Taxonomy,
  id: number,
  language: Language,
): Promise<FormerAddress> {
  const payload = await newsroom()
  const { docs } = await payload.find({
    collection,
    where: { id: { equals: id } },
    select: { slug: true },
    limit: 1,
    ...asReader(language),
  })
  const slug: unknown = docs[0]?.slug
  if (typeof slug !== 'string') return unknown
  const path = pathOf({ kind: kindOfCollection[collection], language, slug })
  return { kind: 'moved', path, keys: [documentKey(collection, id)] }
}

/**
 * What the newsroom's records say of an address: moved to another, withdrawn, or never public. The
 * records are the newsroom's own, so they are read by its own right; what they lead to, as a reader.
 */
export async function readFormerAddress(path: string): Promise<FormerAddress> {
  const language = path.split('/')[1]
  if (!isLanguage(language)) return unknown
  const payload = await newsroom()
  const { docs } = await payload.find({
    collection: 'addresses',
    where: {
      and: [{ path: { equals: path } }, { since: { less_than_equal: new Date().toISOString() } }],
    },
    depth: 0,
    limit: 1,
    pagination: false,
    overrideAccess: true,
  })
  const [record] = docs
  if (!record) return unknown
  const { target } = record
  // What it led to was deleted.
  if (!target) return { kind: 'withdrawn', keys: [] }
  const id = Number(target.value)
  return target.relationTo === 'articles'
    ? await storyNow(id, language, path)
    : await termNow(target.relationTo, id, language)
}
