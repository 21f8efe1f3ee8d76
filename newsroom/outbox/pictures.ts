import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { isLanguage, languageCodes } from '../../lib/languages.ts'
import { documentKey, searchKey, sitemapKey } from '../../lib/purge-keys.ts'
import { newsroomZone } from '../../lib/urls.ts'
import { databaseOf } from '../database.ts'
import { writeOutbox } from './write.ts'

/**
 * Tells the edge what a change of a picture touches: whatever shows it. Sitemaps name too many pictures
 * to name them as keys, so those of its stories are looked up; a search finds stories by any caption.
 */
export async function announcePicture(req: PayloadRequest, id: number): Promise<void> {
  const database = await databaseOf(req)
  const { rows } = await database.execute(sql`
    select distinct language, to_char(published_at at time zone ${newsroomZone}, 'YYYY-MM') as month
    from articles where picture_id = ${id} and _status = 'published'`)
  const sitemaps = rows.flatMap(({ language, month }) =>
    isLanguage(language) ? [sitemapKey(language), sitemapKey(language, String(month))] : [],
  )
  const keys = [documentKey('media', id), ...new Set(sitemaps), ...languageCodes.map(searchKey)]
  await writeOutbox(req, { keys })
}
