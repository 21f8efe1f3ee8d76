import { sql } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'
import { languageCodes } from '../lib/languages.ts'
import { adapterOf } from './database.ts'

/**
 * Adds languages of `lib/languages.ts` that the database's enum types do not know yet: the type of
 * localized fields, and those of documents' languages. None is ever taken away.
 */
export async function admitLanguages(
  payload: Payload,
  languages: readonly string[] = languageCodes,
): Promise<string[]> {
  const { drizzle } = adapterOf(payload)
  const { rows } = await drizzle.execute(sql`
    select type.typname as name, array_agg(label.enumlabel) as labels
    from pg_type type join pg_enum label on label.enumtypid = type.oid
    where type.typname = '_locales' or type.typname ~ '_(language|published_locale)$'
    group by type.typname`)
  const added: string[] = []
  for (const row of rows) {
    const name = String(row.name)
    const labels = row.labels as string[] | string
    const known = Array.isArray(labels) ? labels : labels.replace(/[{}]/g, '').split(',')
    for (const code of languages.filter((language) => !known.includes(language))) {
      await drizzle.execute(
        sql`alter type ${sql.identifier(name)} add value if not exists ${sql.raw(`'${code}'`)}`,
      )
      added.push(`${name}.${code}`)
    }
  }
  return added
}
