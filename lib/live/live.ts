import type { BodyPart, StoryPage } from '../reading/types.ts'

/** Whether new entries are still to come. A replay tells again what is past. */
export type LiveState = 'running' | 'ended' | 'replay'

export type LiveEntry = {
  id: number
  /** Its own address, a path. */
  href: string
  /** When it was, as the entry says; ISO 8601, UTC. */
  at: string
  headline: string
  body: readonly BodyPart[]
  /** Words of the body, for those who show no more than a line of it. */
  text: string
  /** Changes whenever the entry does. */
  revision: string
}

export type LiveLine = Pick<LiveEntry, 'id' | 'href' | 'at' | 'headline'>

export type LiveCoverage = {
  state: LiveState
  /** ISO 8601, UTC; null while it goes on. */
  endedAt: string | null
  /** When the first entry was; ISO 8601, UTC. Null before there is one. */
  startedAt: string | null
  /** When the newest was. */
  latestAt: string | null
  /** Newest first, without the pinned one; as many as a page holds. */
  entries: readonly LiveEntry[]
  pinned: LiveEntry | null
  /** Newest first. */
  keyPoints: readonly LiveLine[]
  /** Path of the page that goes on with older ones; null when there are none. */
  older: string | null
}

export type EntryNews = [id: number, revision: string]
/** What an open page is told when it asks: of the pinned entry, and of the newest ones, newest first. */
export type LiveNews = { ended: boolean; pinned: EntryNews | null; entries: EntryNews[] }

/** Entries that a page holds; older ones have pages of their own. */
export const entriesOfPage = 50

/** The anchor of an entry in a page that shows several. */
export const anchorOf = ({ id }: Pick<LiveEntry, 'id'>): string => `entry-${id}`

/** When a story last changed, by itself or by an entry, after it came out; null when it did not. */
export function changedAt(
  { publishedAt, updatedAt }: Pick<StoryPage, 'publishedAt' | 'updatedAt'>,
  live: Pick<LiveCoverage, 'latestAt'> | null,
): string | null {
  const times = [updatedAt, live?.latestAt].flatMap((time) => time ?? [])
  const last = times.toSorted().at(-1)
  return last !== undefined && last > publishedAt ? last : updatedAt
}

/** When readers could first read an entry: nothing was to be read before its story came out. */
export const publishedOf = (
  { at }: Pick<LiveEntry, 'at'>,
  { publishedAt }: Pick<StoryPage, 'publishedAt'>,
): string => [at, publishedAt].toSorted().at(-1) ?? at
