/** WebVTT (W3C), as far as captions need it. */
const timing =
  /^(?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3}[ \t]+-->[ \t]+(?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3}(?:[ \t].*)?$/

const blocksOf = (text: string): string[][] =>
  text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .map((block) => block.split('\n').filter((line) => line !== ''))

/** Whether a text is a file of captions with at least one cue, and every line with an arrow a timing. */
export function isWebVtt(text: string): boolean {
  const [head, ...blocks] = blocksOf(text)
  const arrows = blocks.flat().filter((line) => line.includes('-->'))
  return (
    /^WEBVTT(?:[ \t]|$)/.test(head?.[0] ?? '') &&
    arrows.length > 0 &&
    arrows.every((line) => timing.test(line))
  )
}

/** The words of the cues, one text for each, without timings, names, notes and tags. */
export const captionWords = (text: string): string[] =>
  blocksOf(text).flatMap((lines) => {
    const at = lines.findIndex((line) => timing.test(line))
    const words = at < 0 ? '' : lines.slice(at + 1).join(' ')
    const plain = words.replace(/<[^>]*>/g, '').trim()
    return plain === '' ? [] : [plain]
  })
