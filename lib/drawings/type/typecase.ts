import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { isChinese, type Language } from '../../languages.ts'
import { type FontFacts, readFont } from './font-file.ts'

/** One font file, ready to be drawn with. */
export type Face = FontFacts & { family: string; data: Buffer }
/** `head` for headlines and names, `text` for what stands below them. */
export type Weight = 'head' | 'text'

/** The packages of the site's own type. WOFF and never WOFF2, which @vercel/og cannot read. */
const latin = '@fontsource/source-serif-4'
const song = '@fontsource/noto-serif-sc'
const weights = { head: { latin: 600, song: 700 }, text: { latin: 400, song: 400 } } as const
const latinScripts = ['latin', 'latin-ext', 'vietnamese', 'greek', 'cyrillic', 'cyrillic-ext']

const folderOf = (name: string): string =>
  path.dirname(
    createRequire(path.join(process.cwd(), 'package.json')).resolve(`${name}/package.json`),
  )

/**
 * In Chinese text these stand in a full-width box and come from the Chinese face, though the Latin one
 * has them too (as in `app/tokens.css`).
 */
const fullWidthInChinese = /[‘’“”…—·]/

/** The faces of one weight: each file is read when a text needs it, and once. */
class Typecase {
  private readonly files = new Map<string, Face>()
  private readonly known = new Map<string, Face | null>()
  private readonly weight: Weight
  private ranges: [string, [number, number][]][] | undefined

  constructor(weight: Weight) {
    this.weight = weight
  }

  /** The face that a character is set in; null when none of the installed ones has it. */
  faceOf(character: string, language: Language): Face | null {
    const inSong = isChinese(language) && fullWidthInChinese.test(character)
    const key = inSong ? `zh ${character}` : character
    const known = this.known.get(key)
    if (known !== undefined) return known
    const found = this.find(character.codePointAt(0) ?? 0, inSong)
    this.known.set(key, found)
    return found
  }

  get loaded(): Face[] {
    return [...this.files.values()]
  }

  private find(code: number, isChinese: boolean): Face | null {
    // Beyond U+FFFF no installed file has anything.
    if (code > 0xffff) return null
    const isLatin = code < 0x2e80 && !isChinese
    const chinese = () => this.file(song, 'chinese-simplified')
    const further = () => this.slices(code).map((slice) => this.file(song, slice))
    const western = () => latinScripts.map((script) => this.file(latin, script))
    const orders = isLatin ? [western, () => [chinese()], further] : [() => [chinese()], further]
    for (const faces of orders) {
      const found = faces().find((face) => face.has(code))
      if (found) return found
    }
    return null
  }

  /** Names of the files for rarer characters, which the package lists by their ranges. */
  private slices(code: number): string[] {
    this.ranges ??= rangesOf(path.join(folderOf(song), 'unicode.json'))
    return this.ranges.flatMap(([name, ranges]) =>
      ranges.some(([first, last]) => code >= first && code <= last) ? [name] : [],
    )
  }

  private file(name: typeof latin | typeof song, part: string): Face {
    const kind = name === latin ? 'latin' : 'song'
    const file = `${name.split('/')[1]}-${part}-${weights[this.weight][kind]}-normal.woff`
    const read = this.files.get(file)
    if (read) return read
    const data = readFileSync(path.join(folderOf(name), 'files', file))
    const face = { ...readFont(data), family: file.replace('.woff', ''), data }
    this.files.set(file, face)
    return face
  }
}

/** `U+4e00-4eff,U+5000` of each slice; `[69]` is the file `…-69-…`. */
function rangesOf(file: string): [string, [number, number][]][] {
  const listed = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
  return Object.entries(listed).map(([name, ranges]) => [
    name.replace(/[[\]]/g, ''),
    ranges.split(',').map((range): [number, number] => {
      const [first = '', last = first] = range.trim().replace('U+', '').split('-')
      return [Number.parseInt(first, 16), Number.parseInt(last, 16)]
    }),
  ])
}

const cases = { head: new Typecase('head'), text: new Typecase('text') }

export const faceOf = (weight: Weight, character: string, language: Language): Face | null =>
  cases[weight].faceOf(character, language)

type DrawnFont = { name: string; data: Buffer; weight: 400; style: 'normal' }
let drawn: DrawnFont[] = []

/** All faces that were needed so far, for @vercel/og, which reads an array that it has seen only once. */
export function loadedFonts(): DrawnFont[] {
  const faces = [...cases.head.loaded, ...cases.text.loaded]
  if (faces.length !== drawn.length)
    drawn = faces.map(({ family, data }) => ({ name: family, data, weight: 400, style: 'normal' }))
  return drawn
}
