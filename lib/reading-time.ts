/** Words a minute of Latin text, characters a minute of Han text. */
const latinWordsPerMinute = 230
const hanCharactersPerMinute = 400

const han = /\p{Script=Han}/gu
const word = /[\p{L}\p{N}]+(?:[’'.,-][\p{L}\p{N}]+)*/gu

/** Han characters and other words of a text; mixed text has both. */
export function countText(text: string): { han: number; words: number } {
  const characters = text.match(han)?.length ?? 0
  const words = text.replace(han, ' ').match(word)?.length ?? 0
  return { han: characters, words }
}

/** Reading time in whole minutes, at least 1; the two scripts are added up. */
export function readingMinutes(text: string): number {
  const count = countText(text)
  const minutes = count.han / hanCharactersPerMinute + count.words / latinWordsPerMinute
  return Math.max(1, Math.round(minutes))
}
