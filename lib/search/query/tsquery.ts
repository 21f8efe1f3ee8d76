import { quoted } from '../store/vector.ts'
import type { Phrase, Query, Unit } from './query.ts'

/** Terms by which a unit may be found as well: the topics and people that are called so. */
export type NamedTerms = ReadonlyMap<Unit, readonly string[]>

const phraseText = (phrase: Phrase): string => {
  const [first, ...rest] = phrase
  if (!first) return ''
  let text = quoted(first.term)
  let before = first.at
  for (const { term, at } of rest) {
    text += ` <${at - before}> ${quoted(term)}`
    before = at
  }
  return rest.length > 0 ? `(${text})` : text
}

const waysOf = (unit: Unit, named: NamedTerms): string => {
  const ways = [...unit.phrases.map(phraseText), ...(named.get(unit) ?? []).map(quoted)]
  return ways.length > 1 ? `(${ways.join(' | ')})` : (ways[0] ?? '')
}

/** What a story must match, as text of a tsquery (PostgreSQL, 8.11.2); empty when nothing is asked for. */
export function matchText({ must, not }: Query, named: NamedTerms): string {
  if (must.length === 0) return ''
  return [
    ...must.map((unit) => waysOf(unit, named)),
    ...not.map((unit) => `!${waysOf(unit, named)}`),
  ].join(' & ')
}

/** The same, where any of it is enough: what ranking weighs by. */
export const rankText = ({ must }: Query, named: NamedTerms): string =>
  must.map((unit) => waysOf(unit, named)).join(' | ')

/** One unit alone, to look up what is called so. */
export const unitText = (unit: Unit): string => waysOf(unit, new Map())

export const anyOf = (terms: readonly string[]): string => {
  const ways = terms.map(quoted).join(' | ')
  return terms.length > 1 ? `(${ways})` : ways
}
