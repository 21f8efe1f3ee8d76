import type { Language } from '../../languages.ts'
import { faceOf, type Weight } from './typecase.ts'

/** Stands for a character that no installed face has: the geta mark, as printers do. */
export const geta = '〓'

/** Pictures rather than letters, and what only joins or colours them. */
const pictorial = /^[\p{Emoji_Presentation}\p{Emoji_Modifier}\p{Regional_Indicator}]$/u
const pictorialByWish = /\p{Emoji}\uFE0F\u20E3?|\p{Emoji}\u20E3/gu
const invisible = /[\p{Cc}\p{Cf}\p{Variation_Selector}]/gu
const spaces = /[\s\u3000]+/g

/**
 * A text as it can be drawn: one line, without emoji, and of characters that an installed face has.
 * @vercel/og would ask a service on the internet for any other.
 */
export function drawable(text: string, weight: Weight, language: Language): string {
  const plain = text
    .normalize('NFC')
    .replace(spaces, ' ')
    // A digit with a box around it stays as a digit; a heart goes.
    .replace(pictorialByWish, (sequence) => (/^[\d#*]/.test(sequence) ? (sequence[0] ?? '') : ''))
    .replace(invisible, '')
  const characters = Array.from(plain, (character) => replaced(character, weight, language))
  return characters.join('').replace(spaces, ' ').trim()
}

function replaced(character: string, weight: Weight, language: Language): string {
  if (pictorial.test(character)) return ''
  const has = (one: string) => faceOf(weight, one, language) !== null
  if (has(character)) return character
  // Ligatures, presentation forms and letters of mathematics are letters in disguise.
  const plainer = character.normalize('NFKC')
  if (plainer !== character && Array.from(plainer).every(has)) return plainer
  if (/^[\p{M}\p{Extended_Pictographic}]$/u.test(character)) return ''
  return geta
}
