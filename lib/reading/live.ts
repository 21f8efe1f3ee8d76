import type { Language } from '../languages.ts'
import {
  type EntryNews,
  entriesOfPage,
  type LiveCoverage,
  type LiveEntry,
  type LiveLine,
  type LiveNews,
  type LiveState,
} from '../live/live.ts'
import { documentKey, liveKey } from '../purge-keys.ts'
import { readBody } from '../story/body.ts'
import { plainText } from '../story/lexical.ts'
import { parseAddress, pathOf } from '../urls.ts'
import { newsroom } from './newsroom.ts'
import { dateOrNull, timeOrNull } from './statements/fields.ts'
import { isLive } from './statements/rules.ts'
import { type Row, statement } from './statements/statement.ts'
import { readReferences } from './texts.ts'
import type { Read } from './types.ts'

const mostKeyPoints = 8

/** To the millisecond: a save within the same second is another revision. */
const revisionOf = (value: unknown): string => (dateOrNull(value)?.getTime() ?? 0).toString(36)

function pathOfEntry(storyPath: string, entry: number): string {
  const of = parseAddress(storyPath)
  if (of?.kind !== 'story') throw new Error(`Not the address of a story: ${storyPath}`)
  return pathOf({ kind: 'live-entry', language: of.language, of, entry })
}

const lineOf = (row: Row, storyPath: string): LiveLine => ({
  id: Number(row.id),
  href: pathOfEntry(storyPath, Number(row.id)),
  at: timeOrNull(row.at) ?? '',
  headline: String(row.headline),
})

const stateOf = (row: Row): LiveState => {
  if (row.is_replay === true) return 'replay'
  const ended = timeOrNull(row.coverage_ended_at)
  return ended !== null && ended <= new Date().toISOString() ? 'ended' : 'running'
}

/** Of the entries `e` of the story `$1` that readers may see. */
const columns = 'e.id, e.at, e.headline, e.body, e.updated_at'
const published = `e.story_id = $1::int and e._status = 'published'`
const newestFirst = 'order by e.at desc, e.id desc'

const facts = statement(
  'facts of a live story',
  `select a.coverage_ended_at, a.is_replay,
     (select min(e.at) from live_entries e where ${published}) as started_at,
     (select max(e.at) from live_entries e where ${published}) as latest_at
   from articles a where a.id = $1::int`,
)
/** The newest are shown below the pinned one, which stands in no other place of that page. */
const newestEntries = statement(
  'newest entries of a live story',
  `select ${columns} from live_entries e where ${published} and e.is_pinned is not true
   ${newestFirst} limit ${entriesOfPage + 1}`,
)
const entriesFrom = statement(
  'entries of a live story from one on',
  `select ${columns} from live_entries e where ${published} and (e.at, e.id) <= (
     select f.at, f.id from live_entries f
     where f.id = $2::int and f.story_id = $1::int and f._status = 'published')
   ${newestFirst} limit ${entriesOfPage + 1}`,
)
const pinnedEntry = statement(
  'pinned entry of a live story',
  `select ${columns} from live_entries e where ${published} and e.is_pinned`,
)
const keyPointsOf = statement(
  'key points of a live story',
  `select e.id, e.at, e.headline from live_entries e where ${published} and e.is_key_point
   ${newestFirst} limit ${mostKeyPoints}`,
)

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
  const [[fact], newest, pinned, keyPoints] = await Promise.all([
    facts(id),
    from === null ? newestEntries(id) : entriesFrom(id, from),
    pinnedEntry(id),
    keyPointsOf(id),
  ])
  if (!fact || (from !== null && newest.length === 0)) return null
  const above = from === null ? pinned : []
  const { entries, keys } = await entriesOf(
    [...above, ...newest.slice(0, entriesOfPage)],
    href,
    language,
  )
  const page: LiveCoverage = {
    state: stateOf(fact),
    endedAt: timeOrNull(fact.coverage_ended_at),
    startedAt: timeOrNull(fact.started_at),
    latestAt: timeOrNull(fact.latest_at),
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

const storyAt = statement(
  'live story at a path',
  `select a.id, a.coverage_ended_at, a.is_replay from articles a
   where a.path = $1::text and a.format = 'live' and ${isLive('a')}`,
)
const revisions = statement(
  'revisions of a live story',
  `select e.id, e.updated_at from live_entries e where ${published}
   ${newestFirst} limit ${entriesOfPage}`,
)
const pinnedRevision = statement(
  'revision of the pinned entry of a live story',
  `select e.id, e.updated_at from live_entries e where ${published} and e.is_pinned`,
)
const newsOf = (row: Row): EntryNews => [Number(row.id), revisionOf(row.updated_at)]

/**
 * What an open page is told, from the address of its story alone: it is asked every few seconds, and
 * costs three statements when it is not kept.
 */
export async function readLiveNews(storyPath: string): Promise<Read<LiveNews> | null> {
  const [story] = await storyAt(storyPath)
  if (!story) return null
  const id = Number(story.id)
  const [rows, [pinned]] = await Promise.all([revisions(id), pinnedRevision(id)])
  return {
    page: {
      ended: stateOf(story) !== 'running',
      pinned: pinned ? newsOf(pinned) : null,
      entries: rows.map(newsOf),
    },
    keys: [liveKey(id), documentKey('articles', id)],
  }
}

/** Entries of a live story that feeds tell with it. */
const entriesOfFeed = 10

/** An entry as it is stored, for those who show it in another way. */
export type StoredEntry = { at: string; headline: string; body: unknown }

const ofStories = statement(
  'newest entries of live stories',
  `select l.id as story, n.at, n.headline, n.body from unnest($1::int[]) l(id), lateral (
     select e.id, e.at, e.headline, e.body from live_entries e
     where e.story_id = l.id and e._status = 'published' ${newestFirst} limit ${entriesOfFeed}
   ) n order by l.id, n.at desc, n.id desc`,
)

/** The newest entries of several live stories, by story. */
export async function readNewestEntries(
  stories: readonly number[],
): Promise<Map<number, StoredEntry[]>> {
  const found = new Map<number, StoredEntry[]>()
  if (stories.length === 0) return found
  const rows = await ofStories(stories)
  for (const { story, at, headline, body } of rows) {
    const entry = { at: timeOrNull(at) ?? '', headline: String(headline), body }
    found.set(Number(story), [...(found.get(Number(story)) ?? []), entry])
  }
  return found
}
