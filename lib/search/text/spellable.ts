/** Chinese of two to six characters: one has too much that sounds like it, more is no word. */
export const isSpellableHan = (word: string): boolean => /^\p{Script=Han}{2,6}$/u.test(word)

/** Latin letters alone, folded, and enough of them that a word with one of them wrong is still known. */
export const isSpellableLatin = (word: string): boolean => /^[a-z]{4,24}$/.test(word)

/** Whether a word may have been misspelt. */
export const isSpellable = (word: string): boolean => isSpellableHan(word) || isSpellableLatin(word)
