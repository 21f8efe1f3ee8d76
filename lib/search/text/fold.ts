import { foldHan } from './han.ts'

/** A character as it is compared, and where in the text it stands: UTF-16 offsets, the end excluded. */
export type Folded = { char: string; start: number; end: number }

/** Latin letters that are no letter with a mark, as they are typed on a keyboard without them. */
const plainLetters: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
}

const known = new Map<number, string>()

/**
 * A code point as it is compared: width and compatibility forms (NFKD of Unicode), case, marks over
 * letters and simplified or traditional form are one. Empty for what is only a mark, or invisible.
 */
export function foldCodePoint(point: number): string {
  const before = known.get(point)
  if (before !== undefined) return before
  // Upper case first: ß and ς have none of their own.
  const cased = String.fromCodePoint(point).normalize('NFKD').toUpperCase().toLowerCase()
  const plain = [...cased.normalize('NFKD').replace(/[\p{M}\p{Cf}\p{Cs}]/gu, '')]
  const folded = plain.map((char) => plainLetters[char] ?? foldHan(char)).join('')
  known.set(point, folded)
  return folded
}

/** Nothing but printable ASCII and line ends, of which only the case is folded. */
const plain = /^[\n\r\x20-\x7e]*$/

/**
 * A text character by character as it is compared. What one character is folded to does not depend on
 * its neighbours: a part of a text is folded as it is within the whole.
 */
export function fold(text: string): Folded[] {
  if (plain.test(text))
    return Array.from(text.toLowerCase(), (char, at) => ({ char, start: at, end: at + 1 }))
  const folded: Folded[] = []
  let start = 0
  for (const character of text) {
    const end = start + character.length
    for (const char of foldCodePoint(character.codePointAt(0) ?? 0))
      folded.push({ char, start, end })
    start = end
  }
  return folded
}

export function foldedText(text: string): string {
  if (plain.test(text)) return text.toLowerCase()
  let folded = ''
  for (const character of text) folded += foldCodePoint(character.codePointAt(0) ?? 0)
  return folded
}
