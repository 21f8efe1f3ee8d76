import { sql } from '@payloadcms/db-postgres'
import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  CollectionBeforeValidateHook,
} from 'payload'
import { databaseOf } from '../../database.ts'
import { announceEntries } from '../../outbox/live-entries.ts'
import type { LiveEntry } from '../../payload-types.ts'
import { indexStory } from '../../search/keep-index.ts'

/** Null in a draft that names none yet. */
const storyOf = ({ story }: Partial<Pick<LiveEntry, 'story'>>): number | null =>
  (typeof story === 'object' ? story?.id : story) ?? null

const isPublic = (entry: Partial<LiveEntry> | undefined): boolean => entry?._status === 'published'

export const proposeEntry: CollectionBeforeValidateHook<LiveEntry> = ({ data, operation, req }) =>
  operation === 'create' ? { ...data, createdBy: req.user?.id ?? null } : data

/**
 * Entries of a story are written one after the other, so that at most one of them is pinned: the one
 * before lets go first. The database refuses a second one in any case.
 */
export const holdStory: CollectionBeforeChangeHook<LiveEntry> = async ({
  data,
  originalDoc,
  req,
}) => {
  const entry = { ...originalDoc, ...data } as LiveEntry
  const database = await databaseOf(req)
  const story = storyOf(entry)
  if (story === null) return data
  await database.execute(sql`select from articles where id = ${story} for no key update`)
  if (!entry.isPinned || !isPublic(entry)) return data
  const { rows } = await database.execute(sql`
    select id from live_entries
    where story_id = ${story} and is_pinned and _status = 'published'
      and id is distinct from ${originalDoc?.id ?? null}::int`)
  for (const { id } of rows)
    await req.payload.update({
      collection: 'live-entries',
      id: Number(id),
      data: { isPinned: false, _status: 'published' },
      depth: 0,
      req,
    })
  return data
}

const seenKey = (id: number) => `live-entries:${id}:before`

/** What readers see of it now; a draft on top of it is another matter. */
export const rememberEntry: CollectionBeforeChangeHook<LiveEntry> = async ({
  data,
  originalDoc,
  operation,
  req,
}) => {
  if (operation !== 'update' || !originalDoc) return data
  const database = await databaseOf(req)
  const { rows } = await database.execute(sql`
    select story_id from live_entries where id = ${originalDoc.id} and _status = 'published'`)
  req.context[seenKey(originalDoc.id)] = rows[0] ? Number(rows[0].story_id) : null
  return data
}

/** In the transaction of the save: the story's searched text, then the outbox. */
export const announceEntry: CollectionAfterChangeHook<LiveEntry> = async ({
  doc,
  operation,
  req,
}) => {
  const before =
    operation === 'update' ? (req.context[seenKey(doc.id)] as number | null | undefined) : null
  const database = await databaseOf(req)
  const { rows } = await database.execute(sql`
    select story_id from live_entries where id = ${doc.id} and _status = 'published'`)
  const after = rows[0] ? Number(rows[0].story_id) : null
  // Saving a draft, also on top of what readers see, shows them nothing.
  if (before === after && !isPublic(doc)) return doc
  for (const story of new Set([before, after]))
    if (typeof story === 'number') {
      await indexStory(req, story)
      await announceEntries(req, story, { urgent: story === before && story !== after })
    }
  return doc
}

export const announceEntryDeletion: CollectionAfterDeleteHook<LiveEntry> = async ({ doc, req }) => {
  const story = storyOf(doc)
  if (!isPublic(doc) || story === null) return doc
  await indexStory(req, story)
  await announceEntries(req, story, { urgent: true })
  return doc
}
