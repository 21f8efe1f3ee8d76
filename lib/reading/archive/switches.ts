import type { ArchiveAddress } from '../../archive/addresses.ts'
import { boundsOfDay, boundsOfMonth } from '../../dates.ts'
import { otherLanguages } from '../../languages.ts'
import { pathOf } from '../../urls.ts'
import { forEachList } from '../statements/places.ts'
import type { SwitchTarget } from '../types.ts'
import { ask, findList, listIn } from './places.ts'

const oneOfSpan = forEachList(
  'one of a span',
  ({ at, from, holds }) => `
  select true as found from ${from}
  where ${holds('$2')} and ${at} >= $3::timestamptz and ${at} < $4::timestamptz limit 1`,
)

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
      const span =
        address.kind === 'month' ? boundsOfMonth(address.month) : boundsOfDay(address.day)
      const rows = await ask(oneOfSpan, list, ...span)
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
