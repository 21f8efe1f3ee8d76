import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { PayloadRequest } from 'payload'
import { renditionsDir } from '../environment.ts'

/** Removes what readers were served of an upload that is gone, unless the same file was uploaded twice. */
export async function dropFiles(
  req: PayloadRequest,
  collection: 'media' | 'recordings',
  stem: string | null | undefined,
): Promise<void> {
  if (!stem) return
  const where = { stem: { equals: stem } }
  const { totalDocs } = await req.payload.count({ collection, where, req })
  if (totalDocs === 0) await rm(path.join(renditionsDir, stem), { recursive: true, force: true })
}
