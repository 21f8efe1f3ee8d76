import type { CollectionSlug, Payload, Where } from 'payload'
import { entries, type Imported, strike } from './ledger.ts'

/** Stories go first, then what they refer to. */
const order: readonly CollectionSlug[] = [
  'front-pages',
  'live-entries',
  'articles',
  'pages',
  'recordings',
  'media',
  'topics',
  'series',
  'people',
  'sections',
]

/** Fields of stories by which one of the newsroom's own may hold on to what an import brought. */
const holders: Partial<Record<CollectionSlug, (id: number) => Where>> = {
  recordings: (id) => {
    const held: Where[] = [{ recording: { equals: id } }, { audio: { equals: id } }]
    return { or: held }
  },
  media: (id) => ({ picture: { equals: id } }),
  topics: (id) => ({ topics: { equals: id } }),
  series: (id) => ({ series: { equals: id } }),
  people: (id) => ({ 'bylines.person': { equals: id } }),
  sections: (id) => ({ section: { equals: id } }),
}

/** Pages and front pages that an editor has changed since are the newsroom's own. */
const ownWhenChanged: readonly CollectionSlug[] = ['pages', 'front-pages']

/** A save of the import itself may end a moment after it was written down. */
const graceMs = 5000

async function isKept(payload: Payload, { collection, id, at }: Imported): Promise<boolean> {
  const holder = holders[collection]
  if (holder) {
    const { totalDocs } = await payload.count({ collection: 'articles', where: holder(id) })
    if (totalDocs > 0) return true
  }
  if (!ownWhenChanged.includes(collection)) return false
  const doc = await payload.findByID({ collection, id, depth: 0, disableErrors: true })
  const changed: unknown = doc && 'updatedAt' in doc ? doc.updatedAt : null
  return typeof changed === 'string' && new Date(changed).getTime() > at.getTime() + graceMs
}

/**
 * Takes an import out again: all that it made, but for what the newsroom's own stories use by now and
 * the pages that were rewritten since. Nothing else is touched.
 */
export async function removeEdition(
  payload: Payload,
  edition: string,
  onProgress?: (done: number, total: number, what: string) => void,
): Promise<{ removed: number; kept: number }> {
  const all = await entries(payload, edition)
  const sorted = order.flatMap((collection) =>
    all.filter((entry) => entry.collection === collection),
  )
  let removed = 0
  for (const [index, entry] of sorted.entries()) {
    if (!(await isKept(payload, entry))) {
      // What somebody deleted by hand is gone already.
      const where: Where = { id: { equals: entry.id } }
      await payload.delete({ collection: entry.collection, where, depth: 0 })
      await strike(payload, edition, entry)
      removed += 1
    }
    onProgress?.(index + 1, sorted.length, entry.collection)
  }
  return { removed, kept: sorted.length - removed }
}
