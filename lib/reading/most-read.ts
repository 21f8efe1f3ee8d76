import type { Language } from '../languages.ts'
import { documentKey, mostReadKey } from '../purge-keys.ts'
import { keysOfCards, readCardsInOrder } from './cards.ts'
import { askedLanguage } from './statements/rules.ts'
import { statement } from './statements/statement.ts'
import type { Read, StoryCard } from './types.ts'

/** With fewer, a list says nothing. */
const leastStories = 3

export type MostRead = {
  /** Of the last 24 hours and 7 days; empty while too little was read. */
  day: readonly StoryCard[]
  week: readonly StoryCard[]
}

/** Numbers of stories as they were last ranked (`edge/counts/rank-reads.ts`). */
export type Ranked = { day: readonly number[]; week: readonly number[] }

const ranking = statement(
  'most read',
  `select r.period, r.article_id from most_read r where r.language = ${askedLanguage}
   order by r.period, r.place`,
)

export async function readRanked(language: Language): Promise<Ranked> {
  const rows = await ranking(language)
  const of = (period: string): number[] =>
    rows.filter((row) => row.period === period).map((row) => Number(row.article_id))
  return { day: of('day'), week: of('week') }
}

/**
 * What was ranked, as cards, without what was withdrawn since.
 * @param cards those of the ranked stories that readers may see
 * @param most stories of each list
 */
export function mostReadOf(
  ranked: Ranked,
  cards: readonly StoryCard[],
  language: Language,
  most: number,
): Read<MostRead> {
  const listOf = (ids: readonly number[]): StoryCard[] => {
    const stories = ids.flatMap((id) => cards.find((card) => card.id === id) ?? [])
    return stories.length < leastStories ? [] : stories.slice(0, most)
  }
  const page = { day: listOf(ranked.day), week: listOf(ranked.week) }
  // What is ranked and not shown as well: a story that was withdrawn may come back before the next ranking.
  const keys = [...ranked.day, ...ranked.week].map((id) => documentKey('articles', id))
  return {
    page,
    keys: [mostReadKey(language), ...keys, ...keysOfCards([...page.day, ...page.week])],
  }
}

/** What is read most. @param most stories of each list */
export async function readMostRead(language: Language, most = 10): Promise<Read<MostRead>> {
  const ranked = await readRanked(language)
  const cards = await readCardsInOrder([...new Set([...ranked.day, ...ranked.week])], language)
  return mostReadOf(ranked, cards, language, most)
}
