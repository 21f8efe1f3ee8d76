import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { languageCodes } from '../../lib/languages.ts'
import { documentKey, searchKey } from '../../lib/purge-keys.ts'
import { databaseOf } from '../database.ts'
import { writeOutbox } from './write.ts'

/**
 * Tells the edge what a change of a recording touches: the stories that play it and the feeds that enclose
 * it name it themselves; a search finds stories by its words.
 */
export async function announceRecording(req: PayloadRequest, id: number): Promise<void> {
  await writeOutbox(req, { keys: [documentKey('recordings', id), ...languageCodes.map(searchKey)] })
}

/** Stories, drafts too, that play a recording. */
export async function storiesWithRecording(req: PayloadRequest, id: number): Promise<number[]> {
  const database = await databaseOf(req)
  const { rows } = await database.execute(
    sql`select id from articles where recording_id = ${id} or audio_id = ${id}`,
  )
  return rows.map((row) => Number(row.id))
}
