import type { CollectionConfig } from 'payload'
import { documentKey } from '../../lib/purge-keys.ts'
import { writeOutbox } from './write.ts'

type FrontPage = { id: number; language?: string | null }

const touched = (docs: readonly (FrontPage | undefined)[]): string[] => [
  ...new Set(
    docs.flatMap((doc) =>
      doc?.language ? [documentKey('front-pages', doc.id), `front:${doc.language}`] : [],
    ),
  ),
]

export const frontPagePurge: NonNullable<CollectionConfig['hooks']> = {
  afterChange: [
    async ({ doc, previousDoc, req }) => writeOutbox(req, { keys: touched([previousDoc, doc]) }),
  ],
  afterDelete: [async ({ doc, req }) => writeOutbox(req, { keys: touched([doc]) })],
}
