import type { Language } from '../../languages.ts'
import { type Face, faceOf, type Weight } from './typecase.ts'

/** How a text is set. Lengths in px. */
export type Setting = {
  language: Language
  weight: Weight
  size: number
  /** em, for Latin lines only: Chinese is not tracked. */
  tracking: number
}

/** Characters in one face that stand together; `x` from the start of the line, px. */
export type Run = { text: string; face: Face; x: number }
export type Line = { runs: readonly Run[]; width: number }

const han = /\p{Script=Han}/u
const western = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}]/u
/** Full-width boxes whose right half is empty, and those whose left half is. */
const closing = /[，。、；：）》〉」』】〕〗”’]/
const opening = /[（《〈「『【〔〖“‘]/

/** As CSS's `text-autospace` sets a Latin word among Chinese characters, em. */
const autospace = 0.125

/**
 * Sets a line: which face each character comes from, and where it stands. Full-width punctuation gives up
 * its empty half beside other punctuation and at both ends of a line (as `text-spacing-trim` of CSS).
 * Characters without a face are left out; `drawable` leaves none.
 */
export function composeLine(text: string, setting: Setting): Line {
  const { language, weight, size } = setting
  const characters = Array.from(text)
  const runs: Run[] = []
  let x = 0
  let gap = false
  for (const [index, character] of characters.entries()) {
    const face = faceOf(weight, character, language)
    if (!face) continue
    const before = characters[index - 1]
    const advance = face.advance(character.codePointAt(0) ?? 0)
    const shift = shiftOf(character, before, advance)
    x += shift * size
    const last = runs.at(-1)
    if (last && last.face === face && shift === 0 && !gap) last.text += character
    else runs.push({ text: character, face, x })
    const trimmed = trimOf(character, characters[index + 1], advance)
    gap = trimmed > 0
    x += (advance - trimmed + trackingOf(face, setting)) * size
  }
  return { runs, width: x }
}

export const trackingOf = (face: Face, { tracking }: Setting): number =>
  face.family.startsWith('source') ? tracking : 0

/** em by which a character moves from where the one before it ended. */
function shiftOf(character: string, before: string | undefined, advance: number): number {
  const isWide = advance > 0.9
  if (isWide && opening.test(character) && (before === undefined || opening.test(before)))
    return -0.5
  if (before === undefined) return 0
  const meets =
    (han.test(before) && western.test(character)) || (western.test(before) && han.test(character))
  return meets ? autospace : 0
}

/** em of its empty right half that a character gives up to what follows. */
function trimOf(character: string, after: string | undefined, advance: number): number {
  if (advance <= 0.9 || !closing.test(character)) return 0
  return after === undefined || closing.test(after) || opening.test(after) ? 0.5 : 0
}
