import { stem } from 'porter2'
import { type Folded, fold } from './fold.ts'
import { isHan } from './han.ts'

/**
 * A place of a text that can be found: one Han character, or one part of a word. `run` numbers what
 * stands together without anything between; `group` what stands together without space or punctuation.
 */
export type Slot = {
  kind: 'han' | 'word'
  /** The character, or the part of a word as it is compared: stemmed. */
  term: string
  /** The same before stemming. */
  raw: string
  /** In the text, UTF-16 offsets. */
  start: number
  end: number
  run: number
  group: number
}

/** Another way to write a stretch of slots: `email` for e-mail, `5g` for 5 and G, `2023` for 二〇二三. */
export type Whole = { term: string; first: number; last: number }

export type Slots = { slots: readonly Slot[]; wholes: readonly Whole[] }

/** Longer words are no words; a lexeme of PostgreSQL has 2 KB. */
const longestWord = 64
/** A question about a character, answered once for each: a text asks it several times of every one. */
function remembered(test: RegExp): (char: string) => boolean {
  const known = new Map<string, boolean>()
  return (char) => {
    const before = known.get(char)
    if (before !== undefined) return before
    const answer = test.test(char)
    known.set(char, answer)
    return answer
  }
}
const isWordChar = remembered(/[\p{L}\p{N}]/u)
const isDigit = remembered(/\p{Nd}/u)
const apostrophes = new Set(["'", '’', '‘', 'ʼ', '`', '´'])
/** Between the parts of one word: hyphens, and what joins names, addresses and numbers with a point. */
const joiners = new Set(['-', '‐', '‑', '.', '_', '@', '&'])
const digitsInHan = '〇一二三四五六七八九'

const between = new RegExp(
  `[${[...joiners, ...apostrophes, ','].map((char) => `\\${char}`).join('')}]`,
  'g',
)
const numerals = new RegExp(`[零${digitsInHan}]`, 'g')

/** Reads what can be found in a text. Pure; every text has its slots, also one that is no language. */
export function slotsOf(text: string): Slots {
  return new Reader(fold(text)).read()
}

/**
 * A folded text as its wholes and numbers are compared: numerals as digits, and without what stands
 * between or within the parts of a word. To see at little cost whether a term may be in it.
 */
export const joinedText = (folded: string): string =>
  folded.replace(between, '').replace(numerals, (char) => String(numeralOf(char)))

/** What a Han character counts as a digit; -1 for all others. */
const numeralOf = (char: string): number =>
  char === '' ? -1 : digitsInHan.indexOf(char === '零' ? '〇' : char)

class Reader {
  private readonly folded: readonly Folded[]
  private readonly slots: Slot[] = []
  private readonly wholes: Whole[] = []
  private at = 0
  private run = 0
  private group = 0

  constructor(folded: readonly Folded[]) {
    this.folded = folded
  }

  read(): Slots {
    while (this.at < this.folded.length) {
      const char = this.charAt(this.at)
      if (isHan(char)) this.readHan()
      else if (isWordChar(char)) this.readWord()
      else {
        this.at += 1
        this.group += 1
      }
    }
    return { slots: this.slots, wholes: this.wholes }
  }

  private charAt(index: number): string {
    return this.folded[index]?.char ?? ''
  }

  private push(kind: Slot['kind'], raw: string, from: number, to: number): void {
    const start = this.folded[from]?.start ?? 0
    const end = this.folded[to - 1]?.end ?? start
    const term = kind === 'han' ? raw : stemOf(raw)
    this.slots.push({ kind, term, raw, start, end, run: this.run, group: this.group })
  }

  private readHan(): void {
    this.run += 1
    const first = this.slots.length
    while (isHan(this.charAt(this.at))) {
      this.push('han', this.charAt(this.at), this.at, this.at + 1)
      this.at += 1
    }
    this.noteNumerals(first)
  }

  /** Numbers written digit by digit, as years are: three of them and more. */
  private noteNumerals(first: number): void {
    let digits = ''
    for (let index = first; index <= this.slots.length; index += 1) {
      const value = numeralOf(this.slots[index]?.term ?? '')
      if (value >= 0) digits += String(value)
      else {
        if (digits.length >= 3)
          this.wholes.push({ term: digits, first: index - digits.length, last: index - 1 })
        digits = ''
      }
    }
  }

  private readWord(): void {
    this.run += 1
    const first = this.slots.length
    let whole = ''
    do {
      const part = this.readPart()
      whole += part
    } while (this.joins())
    const last = this.slots.length - 1
    if (last > first) this.wholes.push({ term: stemOf(whole.slice(0, longestWord)), first, last })
  }

  /** Letters, or digits with what groups them (`100,000`): up to where the one turns into the other. */
  private readPart(): string {
    const from = this.at
    const digits = isDigit(this.charAt(from))
    let raw = ''
    for (; ; this.at += 1) {
      const char = this.charAt(this.at)
      if (isWordChar(char) && !isHan(char) && isDigit(char) === digits) raw += char
      else if (!this.isSilent(char, digits)) break
    }
    if (raw.length > longestWord) raw = raw.slice(0, longestWord)
    this.push('word', raw, from, this.at)
    this.dropPossessive()
    return this.slots.at(-1)?.raw ?? raw
  }

  /** What stands within a word and is not written in a search: an apostrophe, a comma in a number. */
  private isSilent(char: string, digits: boolean): boolean {
    const next = this.charAt(this.at + 1)
    if (digits) return char === ',' && isDigit(next)
    return apostrophes.has(char) && isWordChar(next) && !isDigit(next) && !isHan(next)
  }

  /** `Chongqing’s` is said of Chongqing. */
  private dropPossessive(): void {
    const slot = this.slots.at(-1)
    const before = this.charAt(this.at - 2)
    if (!slot || !apostrophes.has(before) || this.charAt(this.at - 1) !== 's') return
    slot.raw = slot.raw.slice(0, -1)
    slot.term = stemOf(slot.raw)
  }

  /** Whether the word goes on: with a digit after a letter, or behind a joiner. */
  private joins(): boolean {
    const char = this.charAt(this.at)
    if (continues(char)) return true
    if (!joiners.has(char) || !continues(this.charAt(this.at + 1))) return false
    this.at += 1
    return true
  }
}

const continues = (next: string): boolean => isWordChar(next) && !isHan(next)

/** Stems of words that were met lately. */
const stems = new Map<string, string>()
const mostStems = 20_000

function stemOf(word: string): string {
  const before = stems.get(word)
  if (before !== undefined) return before
  const found = /^[a-z]+$/.test(word) ? stem(word) : word
  if (stems.size >= mostStems) stems.clear()
  stems.set(word, found)
  return found
}
