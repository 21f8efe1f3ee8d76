import { sql } from '@payloadcms/db-postgres'
import type { CollectionConfig, PayloadRequest } from 'payload'
import { languageCodes } from '../../lib/languages.ts'
import { documentKey, keysOf, searchKey, siteKey, termsKey } from '../../lib/purge-keys.ts'
import { kindOfCollection, type ListAddress, pathOf, type Taxonomy } from '../../lib/urls.ts'
import { databaseOf } from '../database.ts'
import { rememberAddress } from '../publishing/addresses.ts'
import { indexTerm } from '../search/keep-index.ts'
import { writeOutbox } from './write.ts'

type Named = { id: number; slug?: string | null }

const pathsOf = (collection: Taxonomy, slug: string): string[] =>
  languageCodes.map((language) => {
    const address: ListAddress = { kind: kindOfCollection[collection], language, slug }
    return pathOf(address)
  })

/** What the change of a section, series, topic or person touches: its pages, and whoever names it. */
function touched(collection: Taxonomy, docs: readonly (Named | undefined)[]): string[] {
  // Search finds stories by the names of topics and people, and names sections and series.
  const keys = new Set<string>([termsKey, ...languageCodes.map(searchKey)])
  for (const doc of docs) {
    if (!doc) continue
    keys.add(documentKey(collection, doc.id))
    for (const path of doc.slug ? pathsOf(collection, doc.slug) : [])
      for (const key of keysOf(path)) if (key !== siteKey) keys.add(key)
  }
  // Sections and series stand in the navigation of every page.
  if (collection === 'sections' || collection === 'series') keys.add(siteKey)
  return [...keys]
}

/** A topic may be in the navigation too, but few are. */
async function navigation(req: PayloadRequest, collection: Taxonomy, id: number) {
  if (collection !== 'topics') return []
  const database = await databaseOf(req)
  const { rows } = await database.execute(
    sql`select from site_settings_rels where path = 'navigation' and topics_id = ${id} limit 1`,
  )
  return rows.length > 0 ? [siteKey] : []
}

async function rememberMove(
  req: PayloadRequest,
  collection: Taxonomy,
  before: Named,
  after: Named,
) {
  if (!before.slug || before.slug === after.slug) return
  for (const path of pathsOf(collection, before.slug))
    await rememberAddress(req, { path, relationTo: collection, id: after.id, since: new Date(0) })
}

export const taxonomyPurge = (collection: Taxonomy): NonNullable<CollectionConfig['hooks']> => ({
  afterChange: [
    async ({ doc, previousDoc, operation, req }) => {
      const before: Named | undefined = operation === 'update' ? previousDoc : undefined
      if (before) await rememberMove(req, collection, before, doc)
      await indexTerm(req, collection, doc.id)
      const everywhere = await navigation(req, collection, doc.id)
      await writeOutbox(req, { keys: [...touched(collection, [before, doc]), ...everywhere] })
    },
  ],
  beforeDelete: [
    async ({ id, req }) => {
      // In front of the deletion, which takes it out of the navigation.
      const keys = await navigation(req, collection, Number(id))
      await writeOutbox(req, { keys, urgent: true })
    },
  ],
  afterDelete: [
    async ({ doc, req }) => {
      await indexTerm(req, collection, doc.id)
      await writeOutbox(req, { keys: touched(collection, [doc]), urgent: true })
    },
  ],
})
