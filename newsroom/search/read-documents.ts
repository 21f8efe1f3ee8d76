import { sql } from '@payloadcms/db-postgres'
import { isLanguage } from '../../lib/languages.ts'
import type { SearchDocument } from '../../lib/search/document.ts'
import { among } from '../../lib/search/store/among.ts'
import { captionWords } from '../../lib/web-vtt.ts'
import type { Database } from '../database.ts'
import { bodyTextOf } from './body-text.ts'

type Row = Record<string, unknown>

const numbers = (value: unknown): number[] =>
  Array.isArray(value) ? value.filter((one): one is number => typeof one === 'number') : []
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null)

/** Captions of pictures by language and number. */
async function readCaptions(database: Database, ids: readonly number[]) {
  const captions = new Map<string, string>()
  if (ids.length === 0) return captions
  const { rows } = await database.execute(sql`
    select _parent_id as id, _locale::text as language, caption from media_locales
    where _parent_id in ${among(ids)} and caption <> ''`)
  for (const { id, language, caption } of rows) captions.set(`${language} ${id}`, text(caption))
  return captions
}

/** Entries of a live story that are searched with it: a long day has fewer. */
const mostEntries = 500

/** What the newest entries of live stories say, by story; the newest first. */
async function readEntries(database: Database, ids: readonly number[]) {
  const entries = new Map<number, { texts: string[]; pictures: number[] }>()
  const { rows } = await database.execute(sql`
    select a.id as story, e.headline, e.body from articles a, lateral (
      select headline, body, at, id from live_entries
      where story_id = a.id and _status = 'published' order by at desc, id desc limit ${mostEntries}
    ) e
    where a.id in ${among(ids)} and a.format = 'live' order by a.id, e.at desc, e.id desc`)
  for (const { story, headline, body } of rows) {
    const known = entries.get(Number(story)) ?? { texts: [], pictures: [] }
    const read = bodyTextOf(body)
    known.texts.push(text(headline), ...read.body, ...read.captions)
    known.pictures.push(...read.pictures)
    entries.set(Number(story), known)
  }
  return entries
}

/** Titles, captions and transcripts of recordings by language and number. */
async function readSpoken(database: Database, ids: readonly number[]) {
  const spoken = new Map<string, string[]>()
  if (ids.length === 0) return spoken
  const { rows } = await database.execute(sql`
    select _parent_id as id, _locale::text as language, title, captions, transcript
    from recordings_locales where _parent_id in ${among(ids)}`)
  for (const { id, language, title, captions, transcript } of rows)
    spoken.set(
      `${language} ${id}`,
      // A transcript says what the captions say, and more.
      [
        text(title),
        ...(text(transcript) ? [text(transcript)] : captionWords(text(captions))),
      ].filter(Boolean),
    )
  return spoken
}

/**
 * Reads published stories as they are searched, within the caller's transaction. Those that readers may
 * not see, now or when their time comes, are not among them.
 */
export async function readDocuments(
  database: Database,
  ids: readonly number[],
): Promise<SearchDocument[]> {
  if (ids.length === 0) return []
  const { rows } = await database.execute(sql`
    select a.id, a.language::text as language, a.published_at, a.section_id, a.series_id, a.picture_id,
      a.recording_id, a.audio_id, a.headline, a.kicker, a.standfirst, a.dateline, a.body,
      (select json_agg(r.topics_id order by r."order") from articles_rels r
        where r.parent_id = a.id and r.path = 'topics' and r.topics_id is not null) as topics,
      (select json_agg(b.person_id order by b._order) from articles_bylines b
        where b._parent_id = a.id and b.person_id is not null) as people
    from articles a
    where a.id in ${among(ids)}
      and a._status = 'published' and a.published_at is not null`)
  const entries = await readEntries(database, ids)
  const bodies = rows.map(({ id, body }) => {
    const read = bodyTextOf(body)
    const { texts = [], pictures: shown = [] } = entries.get(Number(id)) ?? {}
    return { ...read, body: [...read.body, ...texts], pictures: [...read.pictures, ...shown] }
  })
  const pictures = rows.flatMap(({ picture_id }, at) => [
    ...(numberOf(picture_id) === null ? [] : [Number(picture_id)]),
    ...(bodies[at]?.pictures ?? []),
  ])
  const captions = await readCaptions(database, [...new Set(pictures)])
  const spoken = await readSpoken(
    database,
    rows
      .flatMap(({ recording_id, audio_id }) => [
        numberOf(recording_id) ?? [],
        numberOf(audio_id) ?? [],
      ])
      .flat(),
  )
  return rows.flatMap((row, at) => {
    const read = bodies[at] ?? bodyTextOf(null)
    const words = [row.recording_id, row.audio_id].flatMap(
      (id) => spoken.get(`${row.language} ${id}`) ?? [],
    )
    return documentOf(row, { ...read, captions: [...read.captions, ...words] }, captions)
  })
}

function documentOf(
  row: Row,
  read: ReturnType<typeof bodyTextOf>,
  captions: ReadonlyMap<string, string>,
): SearchDocument[] {
  const { language, published_at: publishedAt } = row
  if (!isLanguage(language)) return []
  const shown = [numberOf(row.picture_id) ?? [], read.pictures].flat()
  const own = [...new Set(shown)].flatMap((id) => captions.get(`${language} ${id}`) ?? [])
  const dateline = text(row.dateline)
  return [
    {
      id: Number(row.id),
      language,
      publishedAt: new Date(String(publishedAt)).toISOString(),
      section: numberOf(row.section_id),
      series: numberOf(row.series_id),
      topics: numbers(row.topics),
      people: numbers(row.people),
      headline: text(row.headline),
      standfirst: [text(row.kicker), text(row.standfirst)].filter(Boolean).join('\n'),
      pictures: [...new Set(shown)],
      captions: [...own, ...read.captions],
      body: dateline === '' ? read.body : [dateline, ...read.body],
    },
  ]
}
