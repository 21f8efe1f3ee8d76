import { type Language, languageCodes } from '../languages.ts'
import type { Found } from '../search/search-index.ts'
import { readCardsInOrder } from './cards.ts'
import type { StoryCard } from './types.ts'

/** Cards of stories by their number, each in its own language, with one query for each of these. */
export async function readCardsById(found: readonly Found[]): Promise<Map<number, StoryCard>> {
  const ofLanguage = async (language: Language): Promise<StoryCard[]> => {
    const ids = found.filter((one) => one.language === language).map(({ id }) => id)
    return await readCardsInOrder(ids, language)
  }
  const cards = await Promise.all(languageCodes.map(ofLanguage))
  return new Map(cards.flat().map((card) => [card.id, card]))
}
