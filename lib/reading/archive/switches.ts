import { sql } from '@payloadcms/db-postgres'
import type { ArchiveAddress } from '../../archive/addresses.ts'
import { boundsOfDay, boundsOfMonth } from '../../dates.ts'
import { otherLanguages } from '../../languages.ts'
import { pathOf } from '../../urls.ts'
import type { SwitchTarget } from '../types.ts'
import { findList, isOf, listIn, rowsOf, within } from './places.ts'

/**
 * The same place of the archive in the other languages. Where a month or day holds nothing there, the
 * archive of the list; where there is no such list, the front page.
 */
export async function readArchiveSwitches(address: ArchiveAddress): Promise<SwitchTarget[]> {
  return await Promise.all(
    otherLanguages(address.language).map(async (language): Promise<SwitchTarget> => {
      const of = listIn(address.of, language)
      const list = await findList(of)
      if (!list) return { language, href: pathOf({ kind: 'front', language }), same: false }
      const archive = pathOf({ kind: 'archive', language, of })
      if (address.kind === 'archive') return { language, href: archive, same: true }
      const where = isOf(list)
      const span =
        address.kind === 'month' ? boundsOfMonth(address.month) : boundsOfDay(address.day)
      const rows = await rowsOf(sql`
        select from articles a where ${where} and ${within(sql`a.published_at`, span)} limit 1`)
      if (rows.length === 0) return { language, href: archive, same: false }
      // A part of a day begins after a story that the other language does not have.
      const isPart = address.kind === 'day' && address.after !== null
      const same =
        address.kind === 'month'
          ? pathOf({ ...address, language, of })
          : pathOf({ ...address, language, of, after: null })
      return { language, href: same, same: !isPart }
    }),
  )
}
