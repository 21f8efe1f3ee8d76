import { type Slot, slotsOf, type Whole } from '../text/slots.ts'
import { stopWords } from '../text/stop-words.ts'
import { longestQuery, tidyQuery } from './tidy.ts'

/** Words and phrases of a search that are read. */
export const mostUnits = 24

/** Terms in a row: each with its distance from the first, in slots. */
export type Phrase = readonly { term: string; at: number }[]

/** One thing that a story has to hold (or, with a minus, must not): in any of these ways. */
export type Unit = {
  /** As it was typed. */
  text: string
  phrases: readonly Phrase[]
  /** In quotation marks. */
  exact: boolean
}

export type Query = {
  must: readonly Unit[]
  not: readonly Unit[]
  /** Whether something was cut off. */
  cut: boolean
}

/** `"a phrase"`, in the quotation marks of either language; then a word; with a minus before it. */
const parts = /([-−－]?)(?:["“”„«](.*?)["“”»]|[「『](.*?)[」』]|(\S+))/gu

/**
 * Reads what somebody typed: words that a story must all hold, "phrases", and -words that it must not.
 * There is nothing that it refuses: a sign that means nothing where it stands parts words, or is none.
 */
export function readQuery(typed: string): Query {
  const tidy = tidyQuery(typed)
  const text = [...tidy].slice(0, longestQuery).join('')
  const must: Unit[] = []
  const not: Unit[] = []
  for (const [, minus = '', quoted, cornered, word = ''] of text.matchAll(parts)) {
    const phrase = quoted ?? cornered
    const units = phrase === undefined ? unitsOf(word) : phraseUnit(phrase)
    ;(minus === '' ? must : not).push(...units)
  }
  const telling = must.filter((unit) => unit.exact || !stopWords.has(unit.text.toLowerCase()))
  const kept = distinct(telling.length > 0 ? telling : must)
  return {
    must: kept.slice(0, mostUnits),
    not: distinct(not).slice(0, mostUnits),
    cut: text !== tidy || kept.length > mostUnits,
  }
}

const distinct = (units: readonly Unit[]): Unit[] => [
  ...new Map(units.map((unit) => [JSON.stringify(unit.phrases), unit])).values(),
]

/** What stands together without space or punctuation is one unit, also where Latin meets Han. */
function unitsOf(text: string): Unit[] {
  const { slots, wholes } = slotsOf(text)
  const units: Unit[] = []
  for (let from = 0; from < slots.length; ) {
    let to = from + 1
    while (to < slots.length && belongs(slots[to - 1], slots[to], wholes, to)) to += 1
    units.push(unitOf(text, slots, wholes, from, to, false))
    from = to
  }
  return units
}

const belongs = (
  before: Slot | undefined,
  slot: Slot | undefined,
  wholes: readonly Whole[],
  at: number,
): boolean =>
  before?.group === slot?.group || wholes.some(({ first, last }) => first < at && at <= last)

function phraseUnit(text: string): Unit[] {
  const { slots, wholes } = slotsOf(text)
  return slots.length === 0 ? [] : [unitOf(text, slots, wholes, 0, slots.length, true)]
}

function unitOf(
  text: string,
  slots: readonly Slot[],
  wholes: readonly Whole[],
  from: number,
  to: number,
  exact: boolean,
): Unit {
  const own = slots.slice(from, to)
  const typed = text.slice(own[0]?.start ?? 0, own.at(-1)?.end ?? 0)
  const ways = [chain(own)]
  for (const { term, first, last } of wholes)
    if (first >= from && last < to) {
      // The whole in the place of its parts: it stands at the first of them, and at the last.
      const before = chain(slots.slice(from, first))
      const after = chain(slots.slice(last + 1, to))
      if (before.length === 0 || after.length === 0)
        ways.push([...before, ...onward(term, first - from, after)])
    }
  return { text: typed, phrases: ways, exact }
}

const onward = (term: string, at: number, after: Phrase): Phrase => [
  { term, at },
  ...after.map((one) => ({ term: one.term, at: at + 1 + one.at })),
]

/** Every two neighbours of Han are one term; a character that stands alone, and a part of a word, too. */
function chain(slots: readonly Slot[]): Phrase {
  return slots.flatMap((slot, at) => {
    if (slot.kind === 'word') return [{ term: slot.term, at }]
    const next = slots[at + 1]
    if (next?.run === slot.run) return [{ term: slot.term + next.term, at }]
    return slots[at - 1]?.run === slot.run ? [] : [{ term: slot.term, at }]
  })
}
