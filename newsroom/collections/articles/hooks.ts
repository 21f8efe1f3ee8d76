import { sql } from '@payloadcms/db-postgres'
import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionBeforeOperationHook,
  CollectionBeforeValidateHook,
  PayloadRequest,
} from 'payload'
import { defaultLanguage, isLanguage } from '../../../lib/languages.ts'
import { roleOf } from '../../access/roles.ts'
import { databaseOf } from '../../database.ts'
import { announce, type PublicState, publicState } from '../../outbox/articles.ts'
import type { Article } from '../../payload-types.ts'
import { forgetAddress, rememberAddress } from '../../publishing/addresses.ts'
import { type ArticleData, derive, groupOf, slugOf } from '../../publishing/proposals.ts'
import { refusals, refuse } from '../../publishing/refusals.ts'
import { indexStory } from '../../search/keep-index.ts'

const stateKey = (id: number) => `articles:${id}:before`

const remembered = (req: PayloadRequest, id: number): PublicState | null =>
  (req.context[stateKey(id)] as PublicState | null | undefined) ?? null

/** A reporter writes drafts: whatever would change what readers see is an editor's. */
export const guardPublishing: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (roleOf(req) !== 'reporter') return
  const { data, draft } = args as { data?: ArticleData; draft?: boolean }
  const writes = ['create', 'update', 'autosave', 'restoreVersion'].includes(operation)
  if (!writes) return
  const publishes = data?._status === 'published' || (operation !== 'create' && draft !== true)
  if (publishes) refuse(req, '_status', refusals.reporterPublishes)
}

/** Proposes what was left empty, before the fields are checked. */
export const propose: CollectionBeforeValidateHook<Article> = async ({
  data,
  originalDoc,
  operation,
  req,
}) => {
  const merged: ArticleData = { ...originalDoc, ...data }
  const language = isLanguage(merged.language) ? merged.language : defaultLanguage
  const publishing = merged._status === 'published'
  const publishedAt =
    merged.publishedAt ?? (publishing ? new Date().toISOString() : merged.publishedAt)
  const slug = await slugOf(req, merged, originalDoc, language)
  const translationGroup = await groupOf(req, merged, originalDoc, language)
  return {
    ...data,
    language,
    slug,
    publishedAt,
    translationGroup,
    ...derive({ ...merged, language, slug, publishedAt }),
    ...(operation === 'create' && { createdBy: req.user?.id ?? null }),
  }
}

/** Keeps what readers see now, to compare with what they see after the change. */
export const rememberBefore: CollectionBeforeChangeHook<Article> = async ({
  data,
  originalDoc,
  operation,
  req,
}) => {
  if (operation === 'update' && originalDoc) {
    // Reading may give the request another context object: look it up afterwards.
    const state = await publicState(req, originalDoc.id)
    req.context[stateKey(originalDoc.id)] = state
  }
  return data
}

const isFuture = (time: string | null): boolean =>
  time !== null && new Date(time).getTime() > Date.now()

async function keepAddresses(
  req: PayloadRequest,
  before: PublicState | null,
  after: PublicState | null,
  id: number,
): Promise<void> {
  const left = before?.live && before.path !== after?.path ? before.path : null
  const retracted = before?.live && !after?.live ? before.path : null
  for (const path of new Set([left, retracted]))
    if (path && isFuture(before?.publishedAt ?? null)) await forgetAddress(req, path)
  if (!after?.live || !after.path || !after.publishedAt) return
  const same =
    before?.live && before.path === after.path && before.publishedAt === after.publishedAt
  if (same) return
  const since = new Date(after.publishedAt)
  await rememberAddress(req, { path: after.path, relationTo: 'articles', id, since })
}

/** In the transaction of the change: addresses and search index, then the outbox, which is written last. */
export const publishChange: CollectionAfterChangeHook<Article> = async ({
  doc,
  operation,
  req,
}) => {
  const before = operation === 'create' ? null : remembered(req, doc.id)
  const after = await publicState(req, doc.id)
  await keepAddresses(req, before, after, doc.id)
  // A draft on top of what readers see changes nothing for them.
  const isSeen = before?.live || after?.live
  if (isSeen && (doc._status === 'published' || !after?.live)) await indexStory(req, doc.id)
  await announce(req, before, after)
  return doc
}

/** Entries of a live story go with it: nobody could find them any more. */
export const rememberDeleted: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const state = await publicState(req, Number(id))
  req.context[stateKey(Number(id))] = state
  const database = await databaseOf(req)
  await database.execute(sql`
    delete from _live_entries_v where parent_id in (
      select id from live_entries where story_id = ${Number(id)})`)
  await database.execute(sql`delete from live_entries where story_id = ${Number(id)}`)
}

export const publishDeletion: CollectionAfterDeleteHook<Article> = async ({ doc, req }) => {
  const before = remembered(req, doc.id)
  await keepAddresses(req, before, null, doc.id)
  await announce(req, before, null)
  return doc
}
