/** Characters of a search that are read; more are cut off. The longest headline fits. */
export const longestQuery = 200

/**
 * Without what cannot be seen or matters nothing: two spellings of one search are one address, here and
 * in the edge. One character more than is read says that there were more.
 */
export const tidyQuery = (typed: string): string => {
  const visible = typed.slice(0, longestQuery * 8).replace(/[\p{Cc}\p{Cs}\p{Z}\u{fffd}]+/gu, ' ')
  return [...visible.trim()]
    .slice(0, longestQuery + 1)
    .join('')
    .trim()
}
