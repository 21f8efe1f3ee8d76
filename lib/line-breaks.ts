const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
const han = /\p{Script=Han}/u
/** Words that lean on the one before them: a line of a headline does not begin with one. */
const leaning = /^[的地得了着过吗呢吧们里上下中]$/u
/** Two in a row are most likely one word that the dictionary does not know. */
const lone = (piece: string): boolean => piece.length === 1 && han.test(piece)
const opening = /[\p{Ps}\p{Pi}]$/u

/**
 * Where a headline may be broken: the pieces of a text with Chinese in it, each a word with the
 * punctuation and the particles that belong to it. Chinese is written without spaces, and a balanced
 * headline would else be cut in the middle of a word. A text without Chinese is one piece; joined, the
 * pieces are the text.
 */
export function phrasesOf(text: string): readonly string[] {
  if (!han.test(text)) return [text]
  const phrases: string[] = []
  for (const { segment, isWordLike } of segmenter.segment(text)) {
    const last = phrases.at(-1)
    const begins = (isWordLike && !leaning.test(segment)) || opening.test(segment)
    if (last === undefined || (begins && !opening.test(last) && !(lone(last) && lone(segment))))
      phrases.push(segment)
    else phrases[phrases.length - 1] = last + segment
  }
  return phrases
}
