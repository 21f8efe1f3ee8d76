import type { Phrase, Query } from './query/query.ts'
import { foldedText } from './text/fold.ts'
import { joinedText, type Slot, slotsOf } from './text/slots.ts'

/**
 * A text in parts, of which every second one is what was searched; the others, the first and the last among them, may
 * be empty. Results are many, and handed from one renderer to the next: it is as short as it can be.
 */
export type Marked = readonly string[]
/** UTF-16 offsets, the end excluded. */
type Range = { start: number; end: number }

/** A text taken apart: its slots, and at which of them each term begins and ends. */
type Spans = {
  slots: readonly Slot[]
  spans: ReadonlyMap<string, readonly { at: number; to: number }[]>
}

function spansOf(text: string): Spans {
  const { slots, wholes } = slotsOf(text)
  const spans = new Map<string, { at: number; to: number }[]>()
  const note = (term: string, at: number, to: number) => {
    const known = spans.get(term)
    if (known) known.push({ at, to })
    else spans.set(term, [{ at, to }])
  }
  for (const [at, slot] of slots.entries()) {
    note(slot.term, at, at)
    const next = slots[at + 1]
    if (slot.kind === 'han' && next?.run === slot.run) note(slot.term + next.term, at, at + 1)
  }
  for (const { term, first, last } of wholes) note(term, first, last)
  return { slots, spans }
}

/** Where a text says what is searched, in the text's own characters, however it was compared. */
function foundIn({ slots, spans }: Spans, phrases: readonly Phrase[]): Range[] {
  const found: Range[] = []
  for (const phrase of phrases)
    for (const { at } of spans.get(phrase[0]?.term ?? '') ?? []) {
      const places = phrase.map((one) =>
        spans.get(one.term)?.find((span) => span.at === at + one.at),
      )
      const to = Math.max(...places.map((place) => place?.to ?? Number.NaN))
      const [from, end] = [slots[at], slots[to]]
      if (from && end) found.push({ start: from.start, end: end.end })
    }
  return merged(found)
}

function merged(ranges: readonly Range[]): Range[] {
  const apart: Range[] = []
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = apart.at(-1)
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end)
    else apart.push({ ...range })
  }
  return apart
}

const phrasesOf = (query: Query): Phrase[] => query.must.flatMap(({ phrases }) => phrases)

/** The whole of a text, with what is searched marked. */
export const highlighted = (text: string, query: Query): Marked =>
  cut(text, foundIn(spansOf(text), phrasesOf(query)), { start: 0, end: text.length })

function cut(text: string, ranges: readonly Range[], { start, end }: Range): string[] {
  const parts: string[] = []
  let at = start
  for (const range of ranges) {
    if (range.end <= start || range.start >= end) continue
    const from = Math.max(range.start, start)
    const to = Math.min(range.end, end)
    parts.push(text.slice(at, from), text.slice(from, to))
    at = to
  }
  return [...parts, text.slice(at, end)]
}

/** Lines that are taken apart: those before them may say it better, but each costs time. */
const mostLines = 8
/** Characters of a line that are looked at: of a paragraph, more than one screen. */
const longestLook = 4_000
/** Han characters take about twice the room of others. */
const passageWidth = 220
const widthOf = (text: string): number =>
  [...text].reduce((sum, char) => sum + (char > '⺀' ? 2 : 1), 0)

/**
 * The place of a text (its paragraphs in lines) that says most of what is searched, as long as two or
 * three lines of a page; null when it says nothing of it.
 */
export function passageOf(text: string, query: Query): Marked | null {
  const phrases = phrasesOf(query)
  const roots = phrases.map((phrase) => rootOf(phrase[0]?.term ?? ''))
  let best: { line: string; ranges: Range[]; says: number } | null = null
  let looked = 0
  for (const line of text.split('\n')) {
    const begun = line.slice(0, longestLook)
    if (!mayHold(foldedText(begun), roots)) continue
    if (++looked > mostLines) break
    const spans = spansOf(begun)
    const says = query.must.filter((unit) => foundIn(spans, unit.phrases).length > 0).length
    if (says > (best?.says ?? 0)) best = { line, ranges: foundIn(spans, phrases), says }
    if (says === query.must.length) break
  }
  return best && windowOf(best.line, best.ranges)
}

/** Whether a line is worth being taken apart: also where it writes e-mail or 二〇二三. */
function mayHold(folded: string, roots: readonly string[]): boolean {
  const asked = roots.filter((root) => root !== '')
  if (asked.some((root) => folded.includes(root))) return true
  const joined = joinedText(folded)
  return asked.some((root) => joined.includes(root))
}

/** What a word and its stem have in common. */
const rootOf = (term: string): string => (/^[a-z]{3,}$/.test(term) ? term.slice(0, -1) : term)

function windowOf(line: string, ranges: readonly Range[]): Marked {
  const start = widthOf(line) <= passageWidth ? 0 : beginBefore(line, ranges[0]?.start ?? 0)
  let end = start
  let width = 0
  for (const char of line.slice(start)) {
    width += widthOf(char)
    if (width > passageWidth) break
    end += char.length
  }
  const [first = '', ...others] = cut(line, ranges, { start, end: endBefore(line, end) })
  const parts = [start > 0 ? `…${first}` : first, ...others]
  return end < line.length ? parts.with(-1, `${parts.at(-1)}…`) : parts
}

/** The nearest beginning of a sentence, clause or word not far before a place. */
function beginBefore(line: string, at: number): number {
  const from = Math.max(0, at - 60)
  const before = line.slice(from, at)
  const sentence = Math.max(
    ...['. ', '。', '！', '？', '，', '；'].map((sign) => before.lastIndexOf(sign)),
  )
  if (sentence >= 0) return from + sentence + (before[sentence] === '.' ? 2 : 1)
  const space = from === 0 ? -1 : before.indexOf(' ')
  return from + space + 1
}

/** Not within a word, where words are parted. */
function endBefore(line: string, end: number): number {
  if (end >= line.length || !/[a-z0-9]/i.test(line[end] ?? '')) return end
  const space = line.lastIndexOf(' ', end)
  return space > end - 24 ? space : end
}
