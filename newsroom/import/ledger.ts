import { sql } from '@payloadcms/db-postgres'
import type { CollectionSlug, Payload } from 'payload'
import { adapterOf } from '../database.ts'

export type Imported = { collection: CollectionSlug; id: number; at: Date }

/** Writes down that an import made a document. */
export async function enter(
  payload: Payload,
  edition: string,
  collection: CollectionSlug,
  id: number,
): Promise<void> {
  await adapterOf(payload).drizzle.execute(sql`
    insert into imported_documents (edition, collection, document_id)
    values (${edition}, ${collection}, ${id}) on conflict do nothing`)
}

/** What an import made, newest first. */
export async function entries(payload: Payload, edition: string): Promise<Imported[]> {
  const { rows } = await adapterOf(payload).drizzle.execute(sql`
    select collection, document_id, imported_at from imported_documents
    where edition = ${edition} order by imported_at desc`)
  return rows.map((row) => ({
    collection: String(row.collection) as CollectionSlug,
    id: Number(row.document_id),
    at: new Date(String(row.imported_at)),
  }))
}

export async function strike(
  payload: Payload,
  edition: string,
  { collection, id }: Imported,
): Promise<void> {
  await adapterOf(payload).drizzle.execute(sql`
    delete from imported_documents
    where edition = ${edition} and collection = ${collection} and document_id = ${id}`)
}
