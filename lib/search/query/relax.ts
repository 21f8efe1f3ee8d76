import { chineseWords } from '../text/chinese-words.ts'
import { stopWords } from '../text/stop-words.ts'
import { type Query, readQuery } from './query.ts'

/**
 * The words of what was typed without spaces, each for itself, for when it stands nowhere as a whole:
 * 重庆轻轨穿楼 is looked for as 重庆, 轻轨 and 穿楼. Null when there is nothing to take apart.
 */
export function relaxed(query: Query): Query | null {
  let changed = false
  const must = query.must.flatMap((unit) => {
    if (unit.exact) return [unit]
    const words = chineseWords(unit.text).filter((word) => !stopWords.has(word))
    const latin = unit.text.match(/[^\p{Script=Han}\s]+/gu) ?? []
    if (words.length + latin.length < 2) return [unit]
    changed = true
    return readQuery([...words, ...latin].join(' ')).must
  })
  return changed ? { ...query, must } : null
}

/** The query without each of its words in turn, as it would be typed; none when there is but one. */
export function fewerWords({ must, not }: Query): string[] {
  if (must.length < 2) return []
  return must.map((left) => typedAs({ must: must.filter((unit) => unit !== left), not }))
}

/** The query with one of its words replaced. */
export const withReplaced = (query: Query, index: number, word: string): string =>
  typedAs({
    ...query,
    must: query.must.map((unit, at) => (at === index ? { ...unit, text: word } : unit)),
  })

function typedAs({ must, not }: Pick<Query, 'must' | 'not'>): string {
  const quote = (text: string, exact: boolean) => (exact ? `"${text}"` : text)
  return [
    ...must.map(({ text, exact }) => quote(text, exact)),
    ...not.map(({ text, exact }) => `-${quote(text, exact)}`),
  ].join(' ')
}
