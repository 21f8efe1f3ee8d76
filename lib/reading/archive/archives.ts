import type { ArchiveAddress } from '../../archive/addresses.ts'
import { mostInMonth, mostOnPage } from '../../archive/page-size.ts'
import { boundsOfDay, boundsOfMonth } from '../../dates.ts'
import { otherLanguages } from '../../languages.ts'
import { documentKey, keyOfList, monthKey } from '../../purge-keys.ts'
import { collectionOfKind, pathOf } from '../../urls.ts'
import { keysOfCards, readCardsInOrder } from '../cards.ts'
import { forEachList, newestOf } from '../statements/places.ts'
import { askedLanguage } from '../statements/rules.ts'
import type { Read } from '../types.ts'
import { keysOfNeighbours, monthLink, readAround, readDays, readMonths } from './months.ts'
import { archivedList, ask, type FoundList, findList, listIn } from './places.ts'
import type { ArchivePage, DayLink, DayPage, MonthPage } from './types.ts'

/** Stories that the page of a fuller month shows, its newest. */
const newestOfMonth = 20

const keysOfTerm = ({ of, term }: FoundList): string[] =>
  of.kind === 'latest' || !term ? [] : [documentKey(collectionOfKind[of.kind], term.id)]

/** Whether the other languages have the same, which the switch says. */
const keysOfSwitch = ({ of }: FoundList, month: string | null): string[] =>
  otherLanguages(of.language).map((language) => {
    const other = listIn(of, language)
    return month === null ? keyOfList(other) : monthKey(other, month)
  })

/** The months of a list; null when there is no such list. */
export async function readArchive({
  of,
}: Extract<ArchiveAddress, { kind: 'archive' }>): Promise<Read<ArchivePage> | null> {
  const list = await findList(of)
  if (!list) return null
  const months = await readMonths(list)
  const keys = [...keysOfTerm(list), ...keysOfSwitch(list, null)]
  return { page: { list: archivedList(list), months }, keys }
}

type Span = readonly [string, string]

/** As many as a page shows, and one that tells whether there are more. */
const most = mostOnPage + 1
const ofSpan = forEachList('newest of a span', (place) =>
  newestOf(
    place,
    '$2',
    most,
    `and ${place.at} >= $3::timestamptz and ${place.at} < $4::timestamptz`,
  ),
)
/**
 * The place of a story is one of the same days: any other number would make a page of its own of what has an address
 * already, and tell when a story is due that nobody may know of.
 */
const ofSpanAfter = forEachList('newest of a span after a story', (place) =>
  newestOf(
    place,
    '$2',
    most,
    `and ${place.at} >= $3::timestamptz and ${place.at} < $4::timestamptz
     and (${place.at}, ${place.id}) < (select p.published_at, p.id from articles p
       where p.id = $5::int and p.language = ${askedLanguage}
         and p.published_at >= $3::timestamptz and p.published_at < $4::timestamptz)`,
  ),
)

/** Numbers of the newest stories of a list within a span, or of those that follow one of them. */
async function readNewest(
  list: FoundList,
  span: Span,
  after: number | null = null,
): Promise<number[]> {
  const rows = await (after === null
    ? ask(ofSpan, list, ...span)
    : ask(ofSpanAfter, list, ...span, after))
  return rows.map((row) => Number(row.id))
}

/** A month of a list; null when it holds no stories, or there is no such list. */
export async function readMonth(
  address: Extract<ArchiveAddress, { kind: 'month' }>,
): Promise<Read<MonthPage> | null> {
  const { of, month, language } = address
  const list = await findList(of)
  if (!list) return null
  const bounds = boundsOfMonth(month)
  const days = await readDays(list, month)
  if (days.length === 0) return null
  const isWhole = days.reduce((sum, { count }) => sum + count, 0) <= mostInMonth
  const [ids, { before, after }] = await Promise.all([
    readNewest(list, bounds),
    readAround(list, bounds),
  ])
  const shown = ids.slice(0, isWhole ? mostInMonth : newestOfMonth)
  const stories = await readCardsInOrder(shown, language)
  const linkOf = (day: string | null) => (day === null ? null : monthLink(of, day.slice(0, 7)))
  const previous = linkOf(before)
  const next = linkOf(after)
  const hrefOf = (day: string) =>
    isWhole ? `#day-${Number(day.slice(8))}` : dayLink(address, day).href
  return {
    page: {
      list: archivedList(list),
      month,
      days: days.map(({ day, count }) => ({ day, count, href: hrefOf(day) })),
      stories,
      isWhole,
      previous,
      next,
    },
    keys: [
      ...keysOfTerm(list),
      ...keysOfCards(stories),
      ...keysOfNeighbours(of, previous?.month ?? null, next?.month ?? null),
      ...keysOfSwitch(list, month),
    ],
  }
}

const dayLink = ({ of, language }: ArchiveAddress, day: string): DayLink => ({
  day,
  href: pathOf({ kind: 'day', language, of, day, after: null }),
})

/** A day of a list, or what follows one of its stories; null when there is nothing. */
export async function readDay(
  address: Extract<ArchiveAddress, { kind: 'day' }>,
): Promise<Read<DayPage> | null> {
  const { of, day, after, language } = address
  const list = await findList(of)
  if (!list) return null
  const bounds = boundsOfDay(day)
  const [ids, around] = await Promise.all([
    readNewest(list, bounds, after),
    readAround(list, bounds),
  ])
  const shown = ids.slice(0, mostOnPage)
  const last = shown.at(-1)
  if (last === undefined) return null
  const stories = await readCardsInOrder(shown, language)
  const linkOf = (to: string | null) => (to === null ? null : dayLink(address, to))
  const further = ids.length > shown.length ? pathOf({ ...address, after: last }) : null
  const monthOrNull = (to: string | null) => to?.slice(0, 7) ?? null
  return {
    page: {
      list: archivedList(list),
      day,
      stories,
      previous: linkOf(around.before),
      next: linkOf(around.after),
      further,
    },
    keys: [
      ...keysOfTerm(list),
      ...keysOfCards(stories),
      ...keysOfNeighbours(of, monthOrNull(around.before), monthOrNull(around.after)),
      ...keysOfSwitch(list, day.slice(0, 7)),
    ],
  }
}
