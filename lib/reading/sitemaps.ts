import { boundsOfMonth } from '../dates.ts'
import { isLanguage, type Language } from '../languages.ts'
import { availableWidths, renditionPath } from '../pictures.ts'
import { type SitemapEntry, storiesPerFile } from '../sitemaps/sitemap.ts'
import { dateOrNull, listOf, text, timeOrNull } from './statements/fields.ts'
import { clock, monthsOf } from './statements/months.ts'
import { newestOf, places } from './statements/places.ts'
import { askedLanguage, editionsOf, isLive } from './statements/rules.ts'
import { type Row, statement } from './statements/statement.ts'

/** Stories read at once: what the renderer holds of a sitemap, however long it gets. */
const batchSize = 1000
/** Of Google News: stories of two days, a thousand at most. */
const newsDays = 2
const mostNews = 1000

/** Entries of stories that a list gives as `id` and `at`. */
const entriesFrom = (list: string, order: string): string => `
  select a.id, a.path, a.headline, a.published_at,
    least(now(), greatest(a.published_at, a.revised_at, (
      select max(c.corrected_at) from articles_corrections c where c._parent_id = a.id
    ), (
      select max(e.at) from live_entries e where e.story_id = a.id and e._status = 'published'
    ))) as modified,
    m.stem, m.width, m.height,
    (select json_agg(json_build_object('language', e.language, 'path', e.path))
      ${editionsOf('a')}) as editions
  from (${list}) l join articles a on a.id = l.id left join media m on m.id = a.picture_id
  order by ${order}`

const othersOf = (value: unknown): SitemapEntry['editions'] =>
  listOf<{ language: string; path: string }>(value).flatMap(({ language, path }) =>
    isLanguage(language) ? [{ language, path }] : [],
  )

function imageOf({ stem, width, height }: Row): string | null {
  const size = { width: Number(width), height: Number(height) }
  if (typeof stem !== 'string' || !size.width || !size.height) return null
  const widest = availableWidths(size, 'whole').at(-1)
  return widest ? renditionPath(stem, 'whole', widest, 'jpg') : null
}

function entryOf(row: Row, language: Language): SitemapEntry {
  const path = text(row.path)
  return {
    language,
    path,
    editions: [{ language, path }, ...othersOf(row.editions)],
    modified: dateOrNull(row.modified),
    image: imageOf(row),
  }
}

export type SitemapPart = { month: string; part: number; modified: Date | null }

const monthOfStory = `date_trunc('month', a.published_at ${clock})`

/** Of each month the index of stories by time is asked for its part, by its keys alone; corrections and what is told live are few. */
const months = statement(
  'months of the sitemap',
  `with recursive ${monthsOf(places.latest)}, changed as (
     select month, max(at) as at from (
       select ${monthOfStory} as month, c.corrected_at as at
       from articles_corrections c join articles a on a.id = c._parent_id
       where a.language = ${askedLanguage} and ${isLive('a')}
       union all
       select ${monthOfStory}, e.at from live_entries e join articles a on a.id = e.story_id
       where a.language = ${askedLanguage} and ${isLive('a')} and e._status = 'published'
     ) parts group by month
   )
   select to_char(m.month, 'YYYY-MM') as month, s.count,
     least(now(), greatest(s.published_at, s.revised_at, c.at)) as modified
   from months m left join changed c on c.month = m.month cross join lateral (
     select count(*) as count, max(a.published_at) as published_at, max(a.revised_at) as revised_at
     from articles a where a.language = ${askedLanguage} and ${isLive('a')}
       and a.published_at >= m.month ${clock}
       and a.published_at < (m.month + interval '1 month') ${clock}
   ) s where m.month is not null order by m.month desc`,
)

/** The sitemaps of a language's stories, one for each month that has any, in parts where it is long. */
export async function readSitemapParts(
  language: Language,
  siteUrl: string,
): Promise<SitemapPart[]> {
  const rows = await months(language, null)
  const size = storiesPerFile(siteUrl)
  return rows.flatMap(({ month, count, modified }) =>
    Array.from({ length: Math.ceil(Number(count) / size) }, (_, index) => ({
      month: text(month),
      part: index + 1,
      modified: dateOrNull(modified),
    })),
  )
}

/** Where a batch begins: after this story, in the order of publication. */
type Place = { publishedAt: string; id: number }

const placeOf = (row: Row): Place => ({
  publishedAt: timeOrNull(row.published_at) ?? '',
  id: Number(row.id),
})

const inMonth = `l.language = ${askedLanguage} and ${isLive('l')}
  and l.published_at >= $2::timestamptz and l.published_at < $3::timestamptz`

const lastOfPart = statement(
  'last story of a part of a sitemap',
  `select l.id, l.published_at from articles l where ${inMonth}
   order by l.published_at, l.id offset $4::int limit 1`,
)

const batch = statement(
  'batch of a sitemap',
  entriesFrom(
    `select l.id, l.published_at as at from articles l where ${inMonth}
       and (l.published_at, l.id) > ($4::timestamptz, $5::int)
     order by l.published_at, l.id limit ${batchSize}`,
    'l.at, l.id',
  ),
)

/**
 * The stories of a month's sitemap, oldest first, read in batches as they are asked for; none when there
 * is no such month or part.
 * @param part from 1
 * @param size stories of one part
 */
export async function* readSitemapStories(
  language: Language,
  month: string,
  part: number,
  size: number,
): AsyncGenerator<SitemapEntry[]> {
  const span = boundsOfMonth(month)
  let after: Place = { publishedAt: span[0], id: 0 }
  if (part > 1) {
    const [last] = await lastOfPart(language, ...span, (part - 1) * size - 1)
    if (!last) return
    after = placeOf(last)
  }
  for (let left = size; left > 0; ) {
    const all = await batch(language, ...span, after.publishedAt, after.id)
    const rows = all.slice(0, left)
    const last = rows.at(-1)
    if (!last) return
    yield rows.map((row) => entryOf(row, language))
    after = placeOf(last)
    left -= rows.length
  }
}

const news = statement(
  'news sitemap',
  entriesFrom(
    newestOf(
      places.latest,
      'null',
      mostNews,
      `and l.published_at > now() - interval '${newsDays} days'`,
    ),
    'l.at desc, l.id desc',
  ),
)

/** The stories of the last two days, newest first, as news. */
export async function readNewsStories(
  language: Language,
  publication: string,
): Promise<SitemapEntry[]> {
  const rows = await news(language)
  return rows.map((row) => ({
    ...entryOf(row, language),
    news: {
      publication,
      title: text(row.headline),
      published: dateOrNull(row.published_at) ?? new Date(0),
    },
  }))
}
