import hongKong from 'opencc-js/dict/HKVariants'
import simplifiedToTraditional from 'opencc-js/dict/STCharacters'
import traditionalToSimplified from 'opencc-js/dict/TSCharacters'
import taiwan from 'opencc-js/dict/TWVariants'

/**
 * Pairs that OpenCC settles by the phrase, since in some words the traditional character is kept in
 * simplified text too (瞭望, but 了解 for 瞭解). Who searches means both.
 */
const byPhrase =
  '瞭 了|藉 借|覆 复|夥 伙|餘 余|摺 折|祇 只|迴 回|麽 么|鍾 钟|徵 征|剋 克|噹 当|薑 姜|蔔 卜|穀 谷'

/**
 * One character for each family of characters that simplified and traditional Chinese write for each
 * other, straight or by a third: 发, 發 and 髮; 里, 裏 and 裡. One-to-many pairs become one family, so
 * that neither script has to guess which of the other's characters was meant.
 */
const families = familiesOf([
  traditionalToSimplified,
  simplifiedToTraditional,
  taiwan,
  hongKong,
  byPhrase,
])

function familiesOf(dictionaries: readonly string[]): ReadonlyMap<string, string> {
  const simplified = new Set(traditionalToSimplified.split('|').map((entry) => entry.split(' ')[1]))
  const parents = new Map<string, string>()
  const rootOf = (character: string): string => {
    let root = character
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next
    return root
  }
  // A simplified character leads, of several the first by code point: whatever the order of the tables.
  const precedes = (one: string, other: string): boolean =>
    simplified.has(one) === simplified.has(other) ? one < other : simplified.has(one)
  for (const dictionary of dictionaries)
    for (const entry of dictionary.split('|')) {
      const [from = '', to = ''] = entry.split(' ').map(rootOf)
      if (from === to) continue
      if (precedes(from, to)) parents.set(to, from)
      else parents.set(from, to)
    }
  return new Map([...parents.keys()].map((character) => [character, rootOf(character)]))
}

/** The character that stands for all of its family. */
export const foldHan = (character: string): string => families.get(character) ?? character

/** Written without spaces between words: Han, and the Japanese and Taiwanese letters beside it. */
export const isHan = (character: string): boolean =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}ー]/u.test(character)
