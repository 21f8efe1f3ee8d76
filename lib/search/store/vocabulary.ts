import { pinyin } from 'pinyin-pro'
import { isChinese, type Language } from '../../languages.ts'
import type { SearchDocument } from '../document.ts'
import { slotsOf } from '../text/slots.ts'

/** A word that stands in a headline or standfirst, and what it sounds like. */
export type KnownWord = { language: Language; word: string; sound: string }

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** Chinese words of two to six characters. */
export const chineseWords = (text: string): string[] =>
  [...segmenter.segment(text)]
    .map(({ segment }) => segment)
    .filter((segment) => /^\p{Script=Han}{2,6}$/u.test(segment))

/** Latin words that may be misspelt: long enough, and of letters alone. */
export const latinWords = (text: string): string[] =>
  slotsOf(text)
    .slots.filter(({ kind, raw }) => kind === 'word' && /^[a-z]{4,24}$/.test(raw))
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
    const own = [...(isChinese(language) ? chineseWords(text) : []), ...latinWords(text)]
    for (const word of own) {
      const key = `${language} ${word}`
      if (!words.has(key)) words.set(key, { language, word, sound: soundOf(word) })
    }
  }
  return [...words.values()]
}
