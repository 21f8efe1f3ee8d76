import type { CollectionConfig } from 'payload'
import { isLanguage } from '../../lib/languages.ts'
import { documentKey, siteKey } from '../../lib/purge-keys.ts'
import { pathOf, staticPages } from '../../lib/urls.ts'
import { writeOutbox } from './write.ts'

type Page = { id: number; slug?: string | null; language?: string | null; title?: string | null }

/** A page touches its own address; the footer of every page names it, hence the site. */
function touched(docs: readonly (Page | undefined)[]): string[] {
  const keys = new Set<string>([siteKey])
  for (const doc of docs) {
    const slug = staticPages.find((name) => name === doc?.slug)
    if (!doc || !slug || !isLanguage(doc.language)) continue
    keys.add(documentKey('pages', doc.id))
    keys.add(`address:${pathOf({ kind: 'page', language: doc.language, slug })}`)
  }
  return [...keys]
}

export const pagePurge: NonNullable<CollectionConfig['hooks']> = {
  afterChange: [
    async ({ doc, previousDoc, req }) => {
      // Autosave writes versions only: readers see nothing of them.
      if (doc._status !== 'published' && previousDoc?._status !== 'published') return
      await writeOutbox(req, { keys: touched([previousDoc, doc]) })
    },
  ],
  afterDelete: [async ({ doc, req }) => writeOutbox(req, { keys: touched([doc]), urgent: true })],
}
