import { sql } from '@payloadcms/db-postgres'
import { adapterOf } from '../../newsroom/database.ts'
import { boundsOfMonth } from '../dates.ts'
import { isLanguage, type Language } from '../languages.ts'
import { availableWidths, renditionPath } from '../pictures.ts'
import { type SitemapEntry, storiesPerFile } from '../sitemaps/sitemap.ts'
import { newsroomZone } from '../urls.ts'
import { newsroom } from './newsroom.ts'

/** Stories read at once: what the renderer holds of a sitemap, however long it gets. */
const batchSize = 1000
/** Of Google News: stories of two days, a thousand at most. */
const newsDays = 2
const mostNews = 1000

const database = async () => adapterOf(await newsroom()).drizzle

/** What readers may see: the rule of `newsroom/access/permissions.ts`, in SQL. */
const isLive = sql`a._status = 'published' and a.published_at <= now()`

const columns = sql`
  a.id, a.path, a.headline, a.published_at,
  least(now(), greatest(a.published_at, a.revised_at, (
    select max(c.corrected_at) from articles_corrections c where c._parent_id = a.id
  ), (
    select max(e.at) from live_entries e where e.story_id = a.id and e._status = 'published'
  ))) as modified,
  m.stem, m.width, m.height,
  (select json_agg(json_build_object('language', e.language, 'path', e.path)) from articles e
    where e.translation_group = a.translation_group and e.language <> a.language
      and e._status = 'published' and e.published_at <= now()) as editions
  from articles a left join media m on m.id = a.picture_id`

type Row = Record<string, unknown>

const dateOf = (value: unknown): Date | null => {
  const date = value instanceof Date ? value : new Date(String(value ?? ''))
  return Number.isNaN(date.getTime()) ? null : date
}

function editionsOf(value: unknown): SitemapEntry['editions'] {
  if (!Array.isArray(value)) return []
  return value.flatMap((edition: { language?: unknown; path?: unknown }) =>
    isLanguage(edition.language) && typeof edition.path === 'string'
      ? [{ language: edition.language, path: edition.path }]
      : [],
  )
}

function imageOf({ stem, width, height }: Row): string | null {
  const size = { width: Number(width), height: Number(height) }
  if (typeof stem !== 'string' || !size.width || !size.height) return null
  const widest = availableWidths(size, 'whole').at(-1)
  return widest ? renditionPath(stem, 'whole', widest, 'jpg') : null
}

function entryOf(row: Row, language: Language): SitemapEntry {
  const path = String(row.path)
  return {
    language,
    path,
    editions: [{ language, path }, ...editionsOf(row.editions)],
    modified: dateOf(row.modified),
    image: imageOf(row),
  }
}

export type SitemapPart = { month: string; part: number; modified: Date | null }

/** The sitemaps of a language's stories, one for each month that has any, in parts where it is long. */
export async function readSitemapParts(
  language: Language,
  siteUrl: string,
): Promise<SitemapPart[]> {
  const { rows } = await (await database()).execute(sql`
    select to_char(month, 'YYYY-MM') as month, sum(count) as count,
      least(now(), greatest(max(published_at), max(revised_at), max(changed_at))) as modified
    from (
      select date_trunc('month', a.published_at at time zone ${newsroomZone}) as month,
        count(*) as count, max(a.published_at) as published_at, max(a.revised_at) as revised_at,
        null::timestamptz as changed_at
      from articles a where a.language = ${language} and ${isLive} group by 1
      union all
      select date_trunc('month', a.published_at at time zone ${newsroomZone}), 0, null, null,
        max(c.corrected_at)
      from articles_corrections c join articles a on a.id = c._parent_id
      where a.language = ${language} and ${isLive} group by 1
      union all
      select date_trunc('month', a.published_at at time zone ${newsroomZone}), 0, null, null, max(e.at)
      from live_entries e join articles a on a.id = e.story_id
      where a.language = ${language} and ${isLive} and e._status = 'published' group by 1
    ) parts group by parts.month order by parts.month desc`)
  const size = storiesPerFile(siteUrl)
  return rows.flatMap(({ month, count, modified }) =>
    Array.from({ length: Math.ceil(Number(count) / size) }, (_, index) => ({
      month: String(month),
      part: index + 1,
      modified: dateOf(modified),
    })),
  )
}

/** Where a batch begins: after this story, in the order of publication. */
type Place = { publishedAt: string; id: number }

const placeOf = (row: Row): Place => ({
  publishedAt: dateOf(row.published_at)?.toISOString() ?? '',
  id: Number(row.id),
})

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
  const [from, to] = boundsOfMonth(month)
  const inMonth = sql`a.language = ${language} and ${isLive}
    and a.published_at >= ${from}::timestamptz and a.published_at < ${to}::timestamptz`
  const { execute } = bound(await database())
  let after: Place = { publishedAt: from, id: 0 }
  if (part > 1) {
    const { rows } = await execute(sql`
      select a.id, a.published_at from articles a where ${inMonth}
      order by a.published_at, a.id offset ${(part - 1) * size - 1} limit 1`)
    const [last] = rows
    if (!last) return
    after = placeOf(last)
  }
  for (let left = size; left > 0; ) {
    const { rows } = await execute(sql`
      select ${columns} where ${inMonth}
        and (a.published_at, a.id) > (${after.publishedAt}::timestamptz, ${after.id})
      order by a.published_at, a.id limit ${Math.min(batchSize, left)}`)
    const last = rows.at(-1)
    if (!last) return
    yield rows.map((row) => entryOf(row, language))
    after = placeOf(last)
    left -= rows.length
  }
}

/** The stories of the last two days, newest first, as news. */
export async function readNewsStories(
  language: Language,
  publication: string,
): Promise<SitemapEntry[]> {
  const { rows } = await (await database()).execute(sql`
    select ${columns} where a.language = ${language} and ${isLive}
      and a.published_at > now() - make_interval(days => ${newsDays}::int)
    order by a.published_at desc limit ${mostNews}`)
  return rows.map((row) => ({
    ...entryOf(row, language),
    news: {
      publication,
      title: String(row.headline),
      published: dateOf(row.published_at) ?? new Date(0),
    },
  }))
}

const bound = (connection: Awaited<ReturnType<typeof database>>) => ({
  execute: (statement: ReturnType<typeof sql>) => connection.execute(statement),
})
