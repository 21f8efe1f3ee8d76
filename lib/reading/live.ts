import { sql } from '@payloadcms/db-postgres'
import type { Language } from '../languages.ts'
import type { LiveCoverage, LiveEntry, LiveLine, LiveNews, LiveState } from '../live/live.ts'
import { documentKey, liveKey } from '../purge-keys.ts'
import { among } from '../search/store/among.ts'
import { readBody } from '../story/body.ts'
import { plainText } from '../story/lexical.ts'
import { parseAddress, pathOf } from '../urls.ts'
import { rowsOf } from './archive/places.ts'
import { newsroom } from './newsroom.ts'
import { readReferences } from './story.ts'
import type { Read } from './types.ts'

/** Entries that a page holds; older ones have pages of their own. */
export const entriesOfPage = 50
const mostKeyPoints = 8

type Row = Record<string, unknown>

/** As the driver gives it: a date, or its text. */
const dateOf = (value: unknown): Date => (value instanceof Date ? value : new Date(String(value)))

const timeOf = (value: unknown): string | null =>
  value === null || value === undefined ? null : dateOf(value).toISOString()

/** To the millisecond: a save within the same second is another revision. */
const revisionOf = (value: unknown): string => dateOf(value).getTime().toString(36)

function pathOfEntry(storyPath: string, entry: number): string {
  const of = parseAddress(storyPath)
  if (of?.kind !== 'story') throw new Error(`Not the address of a story: ${storyPath}`)
  return pathOf({ kind: 'live-entry', language: of.language, of, entry })
}

const lineOf = (row: Row, storyPath: string): LiveLine => ({
  id: Number(row.id),
  href: pathOfEntry(storyPath, Number(row.id)),
  at: timeOf(row.at) ?? '',
  headline: String(row.headline),
})

const stateOf = (row: Row): LiveState => {
  if (row.is_replay === true) return 'replay'
  const ended = timeOf(row.coverage_ended_at)
  return ended !== null && ended <= new Date().toISOString() ? 'ended' : 'running'
}

const columns = sql`id, at, headline, body, updated_at`
const published = (story: number) => sql`story_id = ${story} and _status = 'published'`

/** The coverage of a live story that readers may see (`readStory` has said so). */
type LiveStory = { id: number; href: string; language: Language }

/**
 * What a page of a live story shows of its entries. Each page asks the same few statements, however many
 * entries there are.
 * @param from the entry that the page begins with, older ones after it; null for the newest
 * @returns null when there is no such entry
 */
export async function readLive(
  { id, href, language }: LiveStory,
  from: number | null = null,
): Promise<Read<LiveCoverage> | null> {
  const upTo =
    from === null
      ? sql`true`
      : sql`(at, id) <= (select at, id from live_entries where id = ${from} and ${published(id)})`
  // The newest are shown below the pinned one, which stands in no other place of that page.
  const others = from === null ? sql`is_pinned is not true` : sql`true`
  const [facts, newest, pinned, keyPoints] = await Promise.all([
    rowsOf(sql`
      select a.coverage_ended_at, a.is_replay,
        (select min(at) from live_entries where ${published(id)}) as started_at,
        (select max(at) from live_entries where ${published(id)}) as latest_at
      from articles a where a.id = ${id}`),
    rowsOf(sql`
      select ${columns} from live_entries where ${published(id)} and ${others} and ${upTo}
      order by at desc, id desc limit ${entriesOfPage + 1}`),
    rowsOf(sql`select ${columns} from live_entries where ${published(id)} and is_pinned`),
    rowsOf(sql`
      select id, at, headline from live_entries where ${published(id)} and is_key_point
      order by at desc, id desc limit ${mostKeyPoints}`),
  ])
  const [fact] = facts
  if (!fact || (from !== null && newest.length === 0)) return null
  const above = from === null ? pinned : []
  const { entries, keys } = await entriesOf(
    [...above, ...newest.slice(0, entriesOfPage)],
    href,
    language,
  )
  const page: LiveCoverage = {
    state: stateOf(fact),
    endedAt: timeOf(fact.coverage_ended_at),
    startedAt: timeOf(fact.started_at),
    latestAt: timeOf(fact.latest_at),
    entries: entries.slice(above.length),
    pinned: above.length > 0 ? (entries[0] ?? null) : null,
    keyPoints: keyPoints.map((row) => lineOf(row, href)),
    older:
      newest.length > entriesOfPage ? pathOfEntry(href, Number(newest[entriesOfPage]?.id)) : null,
  }
  return { page, keys: [liveKey(id), documentKey('articles', id), ...keys] }
}

/** Stored entries with their texts, and what these refer to read at once. */
async function entriesOf(rows: readonly Row[], storyPath: string, language: Language) {
  const { logger } = await newsroom()
  const { documents, keys } = await readReferences(
    rows.map(({ body }) => body),
    language,
  )
  const entries = rows.map((row): LiveEntry => {
    const line = lineOf(row, storyPath)
    return {
      ...line,
      body: readBody(row.body, documents, (type) =>
        logger.error(`${line.href}: the text holds "${type}", which no page can show`),
      ),
      text: plainText(row.body),
      revision: revisionOf(row.updated_at),
    }
  })
  return { entries, keys }
}

/**
 * What an open page is told, from the address of its story alone: it is asked every few seconds, and
 * costs two statements when it is not kept.
 */
export async function readLiveNews(storyPath: string): Promise<Read<LiveNews> | null> {
  const [story] = await rowsOf(sql`
    select id, coverage_ended_at, is_replay from articles
    where path = ${storyPath} and format = 'live'
      and _status = 'published' and published_at <= now()`)
  if (!story) return null
  const id = Number(story.id)
  const rows = await rowsOf(sql`
    select id, updated_at from live_entries where ${published(id)}
    order by at desc, id desc limit ${entriesOfPage}`)
  return {
    page: {
      ended: stateOf(story) !== 'running',
      entries: rows.map((row) => [Number(row.id), revisionOf(row.updated_at)]),
    },
    keys: [liveKey(id), documentKey('articles', id)],
  }
}

/** Entries of a live story that feeds tell with it. */
const entriesOfFeed = 10

/** An entry as it is stored, for those who show it in another way. */
export type StoredEntry = { at: string; headline: string; body: unknown }

/** The newest entries of several live stories, by story. */
export async function readNewestEntries(
  stories: readonly number[],
): Promise<Map<number, StoredEntry[]>> {
  const found = new Map<number, StoredEntry[]>()
  if (stories.length === 0) return found
  const rows = await rowsOf(sql`
    select a.id as story, e.at, e.headline, e.body from articles a, lateral (
      select at, headline, body, id from live_entries
      where story_id = a.id and _status = 'published' order by at desc, id desc limit ${entriesOfFeed}
    ) e
    where a.id in ${among(stories)} order by a.id, e.at desc, e.id desc`)
  for (const { story, at, headline, body } of rows) {
    const entry = { at: timeOf(at) ?? '', headline: String(headline), body }
    found.set(Number(story), [...(found.get(Number(story)) ?? []), entry])
  }
  return found
}
