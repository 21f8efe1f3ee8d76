import { phrasesOf } from '../../line-breaks.ts'
import { composeLine, type Line, type Setting } from './compose.ts'

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' })
/** No line begins with one of these, and none ends with one of those (GB/T 15834; JLReq 3.1.7). */
const notFirst = /^[\p{Pe}\p{Pf}，。、；：！？…—～·％%‰°℃,.!?;:)\]}’”々ー]/u
const notLast = /[\p{Ps}\p{Pi}‘“¥￥$£€#@]$/u
/** A number and what it counts stay together. */
const counted = /^[年月日号时点分秒个万亿千百元美米公里岁度级国人次家条座吨成倍多余]/u
const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u

/** Whether a line may end after `left` and the next begin with `right`. */
function mayPart(left: string, right: string): boolean {
  if (notFirst.test(right.trimStart()) || notLast.test(left)) return false
  if (left.endsWith(' ')) return true
  const last = Array.from(left).at(-1) ?? ''
  const first = Array.from(right)[0] ?? ''
  if (/\d/.test(last) && counted.test(first)) return false
  if (cjk.test(last) || cjk.test(first)) return true
  // Between Latin characters: after a hyphen or dash within words alone.
  return /\p{L}{2}[-–—/]$/u.test(left) && /^\p{L}/u.test(right)
}

/**
 * What of a text stays on one line: words with their punctuation; in Chinese, words as the headlines of
 * the pages keep them together. Joined, the pieces are the text.
 */
export function piecesOf(text: string): string[] {
  const parts = phrasesOf(text).flatMap(
    (phrase) => phrase.match(/[^ \-–—/]*(?:[-–—/]| +|$)/g) ?? [],
  )
  return joined(parts.filter((part) => part !== ''))
}

function joined(parts: readonly string[]): string[] {
  const pieces: string[] = []
  for (const part of parts) {
    const last = pieces.at(-1)
    if (last !== undefined && !mayPart(last, part)) pieces[pieces.length - 1] = last + part
    else pieces.push(part)
  }
  return pieces
}

const charactersOf = (text: string): string[] =>
  [...graphemes.segment(text)].map(({ segment }) => segment)

const widthOf = (text: string, setting: Setting): number =>
  composeLine(text.trimEnd(), setting).width

/** What no line can hold is parted where characters may be, and if that is not enough, anywhere. */
function parted(piece: string, width: number, setting: Setting): string[] {
  const fits = (part: string) => widthOf(part, setting) <= width
  if (fits(piece)) return [piece]
  return joined(charactersOf(piece)).flatMap((part) => (fits(part) ? [part] : charactersOf(part)))
}

/** Fills line after line. */
function fill(pieces: readonly string[], width: number, setting: Setting): string[] {
  const fitting = pieces.flatMap((piece) => parted(piece, width, setting))
  const lines: string[] = []
  for (const piece of fitting) {
    const last = lines.at(-1)
    if (last !== undefined && widthOf(last + piece, setting) <= width)
      lines[lines.length - 1] = last + piece
    else lines.push(piece)
  }
  return lines
}

/** What a line ends with where a thought does: there a headline is best broken. */
const thought = /[，。：；！？,:;!?—–][”’》）)]?\s*$/
/** How much unevenness such an end is worth, in squares of shares of the width. */
const worthOfThought = 0.14

type Way = { cost: number; lines: readonly string[] }

/** A headline in as few lines as it needs, even ones that end where thoughts do, as far as may be. */
function evenly(pieces: readonly string[], width: number, setting: Setting): string[] {
  const filled = fill(pieces, width, setting)
  const widths = filled.map((line) => widthOf(line, setting))
  const ideal = widths.reduce((sum, one) => sum + one, 0) / widths.length
  const known = new Map<string, Way | null>()
  const best = (from: number, left: number): Way | null => {
    const key = `${from} ${left}`
    const before = known.get(key)
    if (before !== undefined) return before
    const found = left === 0 ? nothingMore(from) : cheapest(from, left)
    known.set(key, found)
    return found
  }
  const nothingMore = (from: number): Way | null =>
    from === pieces.length ? { cost: 0, lines: [] } : null
  const cheapest = (from: number, left: number): Way | null => {
    let way: Way | null = null
    for (let to = from + 1; to <= pieces.length; to++) {
      const line = pieces.slice(from, to).join('')
      const taken = widthOf(line, setting)
      if (taken > width) break
      const rest = best(to, left - 1)
      if (!rest) continue
      const worth = left > 1 && thought.test(line) ? worthOfThought : 0
      const cost = ((taken - ideal) / width) ** 2 - worth + rest.cost
      if (!way || cost < way.cost) way = { cost, lines: [line, ...rest.lines] }
    }
    return way
  }
  // A piece that no line can hold is parted by `fill` alone.
  return [...(best(0, filled.length)?.lines ?? filled)]
}

/** A paragraph in the same number of lines, a little narrower: no last line of one word. */
function balanced(pieces: readonly string[], width: number, setting: Setting, least: number) {
  const count = fill(pieces, width, setting).length
  let [low, high] = [width * least, width]
  while (high - low > setting.size / 8) {
    const middle = (low + high) / 2
    const lines = fill(pieces, middle, setting)
    const whole = lines.every((line) => widthOf(line, setting) <= middle)
    if (lines.length <= count && whole && !partsPieces(pieces, middle, setting)) high = middle
    else low = middle
  }
  return fill(pieces, high, setting)
}

const partsPieces = (pieces: readonly string[], width: number, setting: Setting): boolean =>
  pieces.some((piece) => widthOf(piece, setting) > width)

/** The beginning of a text that fits into one line together with an ellipsis. */
function cut(text: string, width: number, setting: Setting): string {
  const ended = (beginning: string) => `${beginning.replace(/[\s\p{P}]+$/u, '')}…`
  const pieces = piecesOf(text)
  const candidates = [pieces, charactersOf(text)]
  for (const parts of candidates) {
    for (let count = parts.length; count > 0; count--) {
      const beginning = ended(parts.slice(0, count).join(''))
      if (beginning !== '…' && widthOf(beginning, setting) <= width) return beginning
    }
  }
  return '…'
}

export type Fitted = { lines: readonly Line[]; texts: readonly string[]; setting: Setting }
export type Room = {
  /** px */
  width: number
  most: number
  /** px, the larger first: the first in which the whole text fits is taken. */
  sizes: readonly number[]
  /** Of a paragraph: share of the width that its lines keep at least. Headlines have none. */
  least?: number
}

/** Sets a text in at most so many lines; what does not fit in the smallest size ends in an ellipsis. */
export function fitText(text: string, room: Room, setting: Omit<Setting, 'size'>): Fitted {
  const { width, most, sizes, least } = room
  const pieces = piecesOf(text)
  const done = (texts: readonly string[], used: Setting): Fitted => {
    const trimmed = texts.map((line) => line.trim()).filter((line) => line !== '')
    return {
      texts: trimmed,
      lines: trimmed.map((line) => composeLine(line, used)),
      setting: used,
    }
  }
  for (const size of sizes) {
    const used = { ...setting, size }
    const lines = fill(pieces, width, used)
    const mustPart = partsPieces(pieces, width, used) && size !== sizes.at(-1)
    if (lines.length > most || mustPart) continue
    const isHeadline = least === undefined
    const even = isHeadline ? evenly(pieces, width, used) : balanced(pieces, width, used, least)
    return done(even, used)
  }
  const used = { ...setting, size: sizes.at(-1) ?? 16 }
  const lines = fill(pieces, width, used)
  const rest = lines.slice(most - 1).join('')
  return done([...lines.slice(0, most - 1), cut(rest, width, used)], used)
}
