import { sql } from '@payloadcms/db-postgres'
import type { Where } from 'payload'
import { adapterOf } from '../../newsroom/database.ts'
import { boundsOfMonth } from '../dates.ts'
import { type Language, otherLanguages } from '../languages.ts'
import { documentKey, keysOf } from '../purge-keys.ts'
import {
  collectionOfKind,
  type FeedFormat,
  type ListAddress,
  newsroomZone,
  pathOf,
} from '../urls.ts'
import { keysOfCards, readCards } from './cards.ts'
import { newsroom } from './newsroom.ts'
import { readPictures } from './pictures.ts'
import { readTermBySlug, type Term } from './taxonomies.ts'
import type { ListPage, Read, SwitchTarget } from './types.ts'

const latestCount = 40
export type TermAddress = Exclude<ListAddress, { kind: 'latest' }>

/** Which stories a list holds. */
export function storiesOf(kind: TermAddress['kind'], id: number): Where {
  switch (kind) {
    case 'section':
      return { section: { equals: id } }
    case 'series':
      return { series: { equals: id } }
    case 'topic':
      return { topics: { in: [id] } }
    case 'author':
      return { 'bylines.person': { equals: id } }
  }
}

/** Months of a section that hold stories, newest first; by Chongqing's clock. */
async function readMonths(section: Term, language: Language): Promise<ListPage['months']> {
  const { rows } = await adapterOf(await newsroom()).drizzle.execute(sql`
    select to_char(month, 'YYYY-MM') as month, count(*) as count from (
      select date_trunc('month', published_at at time zone ${newsroomZone}) as month
      from articles
      where section_id = ${section.id} and language = ${language}
        and _status = 'published' and published_at <= now()
    ) stories group by stories.month order by stories.month desc`)
  return rows.map((row) => {
    const month = String(row.month)
    const href = pathOf({ kind: 'section-month', language, slug: section.slug, month })
    return { month, href, count: Number(row.count) }
  })
}

const listOf = (term: Term, kind: ListPage['kind'], of: ListAddress) => ({
  kind,
  name: term.name,
  description: term.description,
  accent: term.accent,
  position: term.position,
  portrait: null,
  months: [],
  ...feedsOf(of),
})

const feedsOf = (of: ListAddress) => {
  const path = (format: FeedFormat) => pathOf({ kind: 'feed', language: of.language, of, format })
  return { feed: path('rss'), jsonFeed: path('json') }
}

/** The newest stories of all; `name` is an interface string, which the page adds. */
async function readLatest(address: ListAddress): Promise<Read<ListPage>> {
  const stories = await readCards(address.language, {}, latestCount)
  const page: ListPage = {
    kind: 'latest',
    name: '',
    description: null,
    accent: 'ink',
    position: null,
    portrait: null,
    stories,
    months: [],
    ...feedsOf(address),
  }
  return { page, keys: keysOfCards(stories) }
}

/** A list with its stories, newest first; null when there is no such section, series, topic or author. */
export async function readList(address: ListAddress): Promise<Read<ListPage> | null> {
  if (address.kind === 'latest') return await readLatest(address)
  const { kind, language, slug } = address
  const collection = collectionOfKind[kind]
  const term = await readTermBySlug(collection, slug, language)
  if (!term) return null
  const [stories, months, portraits] = await Promise.all([
    readCards(language, storiesOf(kind, term.id), latestCount),
    kind === 'section' ? readMonths(term, language) : Promise.resolve([]),
    readPictures(term.portrait === null ? [] : [term.portrait], language),
  ])
  const page: ListPage = {
    ...listOf(term, kind, address),
    portrait: portraits.get(term.portrait ?? -1) ?? null,
    stories,
    months,
  }
  const { portrait } = page
  return {
    page,
    keys: [
      documentKey(collection, term.id),
      ...(portrait ? [documentKey('media', portrait.id)] : []),
      ...keysOfCards(stories),
    ],
  }
}

type MonthLink = { month: string; href: string }
export type MonthPage = {
  page: ListPage
  month: string
  previous: MonthLink | null
  next: MonthLink | null
}

/** A section's stories of one month, `2023-11`; null for a month or a section without stories. */
export async function readMonth(
  slug: string,
  month: string,
  language: Language,
): Promise<Read<MonthPage> | null> {
  const term = await readTermBySlug('sections', slug, language)
  if (!term) return null
  const months = await readMonths(term, language)
  const place = months.findIndex((entry) => entry.month === month)
  const here = months[place]
  if (!here) return null
  const [from, to] = boundsOfMonth(month)
  const stories = await readCards(
    language,
    {
      and: [
        storiesOf('section', term.id),
        { publishedAt: { greater_than_equal: from } },
        { publishedAt: { less_than: to } },
      ],
    },
    here.count,
  )
  const page: ListPage = {
    ...listOf(term, 'section', { kind: 'section', language, slug }),
    stories,
    months,
  }
  return {
    page: {
      page,
      month,
      previous: months[place + 1] ?? null,
      next: months[place - 1] ?? null,
    },
    keys: [
      documentKey('sections', term.id),
      ...keysOfCards(stories),
      // Whether the other languages have this month, which the switch says.
      ...otherLanguages(language).flatMap((other) =>
        keysOf(pathOf({ kind: 'section', language: other, slug })),
      ),
    ],
  }
}

/** The same month of a section in the other languages; where it is empty, the section itself. */
export async function readMonthSwitches(
  slug: string,
  month: string,
  language: Language,
): Promise<SwitchTarget[]> {
  return await Promise.all(
    otherLanguages(language).map(async (other): Promise<SwitchTarget> => {
      const term = await readTermBySlug('sections', slug, other)
      const months = term ? await readMonths(term, other) : []
      const same = months.find((entry) => entry.month === month)
      if (same) return { language: other, href: same.href, same: true }
      const href = pathOf(
        term ? { kind: 'section', language: other, slug } : { kind: 'front', language: other },
      )
      return { language: other, href, same: false }
    }),
  )
}
