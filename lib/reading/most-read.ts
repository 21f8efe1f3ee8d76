import { sql } from '@payloadcms/db-postgres'
import type { Language } from '../languages.ts'
import { documentKey, mostReadKey } from '../purge-keys.ts'
import { rowsOf } from './archive/places.ts'
import { keysOfCards, readCardsInOrder } from './cards.ts'
import type { Read, StoryCard } from './types.ts'

/** With fewer, a list says nothing. */
const leastStories = 3

export type MostRead = {
  /** Of the last 24 hours and 7 days; empty while too little was read. */
  day: readonly StoryCard[]
  week: readonly StoryCard[]
}

/**
 * What is read most, as it was last ranked (`edge/counts/rank-reads.ts`), without what was withdrawn since.
 * @param most stories of each list
 */
export async function readMostRead(language: Language, most = 10): Promise<Read<MostRead>> {
  const rows = await rowsOf(sql`
    select period, article_id from most_read where language = ${language} order by period, place`)
  const idsOf = (period: string): number[] =>
    rows.filter((row) => row.period === period).map((row) => Number(row.article_id))
  const ids = { day: idsOf('day'), week: idsOf('week') }
  const cards = await readCardsInOrder([...new Set([...ids.day, ...ids.week])], language)
  const listOf = (numbers: readonly number[]): StoryCard[] => {
    const stories = numbers.flatMap((id) => cards.find((card) => card.id === id) ?? [])
    return stories.length < leastStories ? [] : stories.slice(0, most)
  }
  const page = { day: listOf(ids.day), week: listOf(ids.week) }
  // What is ranked and not shown as well: a story that was withdrawn may come back before the next ranking.
  const ranked = [...ids.day, ...ids.week].map((id) => documentKey('articles', id))
  return {
    page,
    keys: [mostReadKey(language), ...ranked, ...keysOfCards([...page.day, ...page.week])],
  }
}
