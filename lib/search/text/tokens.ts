import type { Slots } from './slots.ts'

/**
 * A term and the slot at which it stands. `inner`: a Han character between two others, where no phrase
 * needs its place, since those are chains of pairs.
 */
type Token = { term: string; at: number; inner?: true }

/**
 * All that a text is found by. A Han character stands there by itself and, with the next one, as a pair:
 * so every two characters of a text are one term, and every longer stretch a chain of them. Words stand
 * there part by part; a whole stands at its first and at its last part, so that it has both its neighbours.
 */
export function tokensOf({ slots, wholes }: Slots): Token[] {
  const tokens: Token[] = []
  for (const [at, slot] of slots.entries()) {
    const next = slots[at + 1]
    const goesOn = slot.kind === 'han' && next?.run === slot.run
    const isInner = goesOn && slots[at - 1]?.run === slot.run
    tokens.push({ term: slot.term, at, ...(isInner && { inner: true }) })
    if (goesOn) tokens.push({ term: slot.term + next.term, at })
  }
  for (const { term, first, last } of wholes)
    for (const at of new Set([first, last])) tokens.push({ term, at })
  return tokens
}
