import { pinyin } from 'pinyin-pro'
import { isChinese, type Language } from '../../languages.ts'
import type { SearchDocument } from '../document.ts'
import { chineseWords } from '../text/chinese-words.ts'
import { slotsOf } from '../text/slots.ts'
import { isSpellableHan, isSpellableLatin } from '../text/spellable.ts'

/** A word that stands in a headline or standfirst, and what it sounds like. */
export type KnownWord = { language: Language; word: string; sound: string }

/** Latin words that may be misspelt. */
const latinWords = (text: string): string[] =>
  slotsOf(text)
    .slots.filter(({ kind, raw }) => kind === 'word' && isSpellableLatin(raw))
    .map(({ raw }) => raw)

/** Chinese is mistyped by sound, other words by letters, of which the first is mostly right. */
export const soundOf = (word: string): string =>
  /^\p{Script=Han}/u.test(word)
    ? pinyin(word, { toneType: 'none', type: 'array' }).join(' ')
    : word.slice(0, 1)

/** What spelling proposals are made of. */
export function vocabularyOf(documents: readonly SearchDocument[]): KnownWord[] {
  const words = new Map<string, KnownWord>()
  for (const { language, headline, standfirst } of documents) {
    const text = `${headline}\n${standfirst}`
    const chinese = isChinese(language) ? chineseWords(text).filter(isSpellableHan) : []
    const own = [...chinese, ...latinWords(text)]
    for (const word of own) {
      const key = `${language} ${word}`
      if (!words.has(key)) words.set(key, { language, word, sound: soundOf(word) })
    }
  }
  return [...words.values()]
}
