import { pinyin } from 'pinyin-pro'

const longest = 80

/**
 * Proposes a slug: lower-case Latin words parted by hyphens, at most 80 characters, cut between words.
 * Han text is spelt in pinyin without tones. Empty when nothing of the text can be spelt so.
 */
export function proposeSlug(text: string): string {
  const latin = pinyin(text, {
    toneType: 'none',
    type: 'array',
    nonZh: 'consecutive',
    v: true,
  }).join(' ')
  const words = latin
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/['’‘]/g, '')
    .replace(/&/g, ' and ')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  let slug = ''
  for (const word of words) {
    const longer = slug ? `${slug}-${word}` : word.slice(0, longest)
    if (longer.length > longest) break
    slug = longer
  }
  return slug
}

/** The first of `slug`, `slug-2`, `slug-3` … that is not taken. */
export function firstFree(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug
  for (let number = 2; ; number++) {
    const next = `${slug}-${number}`
    if (!taken.has(next)) return next
  }
}
