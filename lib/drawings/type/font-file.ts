import { inflateSync } from 'node:zlib'

/** What of a font is asked before anything is drawn. Lengths in em. */
export type FontFacts = {
  /** Whether it has a glyph of its own for a code point. */
  has(codePoint: number): boolean
  /** How far the pen moves after it; 0 for what it does not have. */
  advance(codePoint: number): number
  /** Above the baseline, and below it (positive). */
  ascender: number
  descender: number
}

/**
 * Reads coverage and widths from a WOFF file (WOFF 1.0; OpenType `cmap`, `hmtx`, `hhea`, `head`).
 * @throws {Error} when it is no such file, or lacks one of these tables.
 */
export function readFont(file: Buffer): FontFacts {
  const table = tablesOf(file)
  const unitsPerEm = table('head').readUInt16BE(18)
  const hhea = table('hhea')
  const glyphs = glyphsOf(table('cmap'))
  const hmtx = table('hmtx')
  const metrics = hhea.readUInt16BE(34)
  return {
    has: (codePoint) => glyphs.has(codePoint),
    advance: (codePoint) => {
      const glyph = glyphs.get(codePoint)
      if (glyph === undefined) return 0
      return hmtx.readUInt16BE(4 * Math.min(glyph, metrics - 1)) / unitsPerEm
    },
    ascender: hhea.readInt16BE(4) / unitsPerEm,
    descender: -hhea.readInt16BE(6) / unitsPerEm,
  }
}

function tablesOf(file: Buffer): (tag: string) => Buffer {
  if (file.toString('latin1', 0, 4) !== 'wOFF') throw new Error('Not a WOFF font')
  const count = file.readUInt16BE(12)
  return (tag) => {
    for (let entry = 44; entry < 44 + 20 * count; entry += 20) {
      if (file.toString('latin1', entry, entry + 4) !== tag) continue
      const start = file.readUInt32BE(entry + 4)
      const packed = file.readUInt32BE(entry + 8)
      const bytes = file.subarray(start, start + packed)
      return packed < file.readUInt32BE(entry + 12) ? inflateSync(bytes) : bytes
    }
    throw new Error(`The font has no table ${tag}`)
  }
}

/** Glyph numbers by code point, from the fullest Unicode subtable: format 12, else format 4. */
function glyphsOf(cmap: Buffer): Map<number, number> {
  const glyphs = new Map<number, number>()
  const subtables = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) =>
    cmap.subarray(cmap.readUInt32BE(8 + 8 * index)),
  )
  const full = subtables.find((subtable) => subtable.readUInt16BE(0) === 12)
  const basic = subtables.find((subtable) => subtable.readUInt16BE(0) === 4)
  if (full) readGroups(full, glyphs)
  else if (basic) readSegments(basic, glyphs)
  else throw new Error('The font maps no Unicode')
  return glyphs
}

function readGroups(subtable: Buffer, glyphs: Map<number, number>): void {
  const count = subtable.readUInt32BE(12)
  for (let at = 16; at < 16 + 12 * count; at += 12) {
    const [first, last, glyph] = [0, 4, 8].map((offset) => subtable.readUInt32BE(at + offset)) as [
      number,
      number,
      number,
    ]
    for (let code = first; code <= last; code++) glyphs.set(code, glyph + code - first)
  }
}

function readSegments(subtable: Buffer, glyphs: Map<number, number>): void {
  const double = subtable.readUInt16BE(6)
  for (let segment = 0; segment < double; segment += 2) {
    const last = subtable.readUInt16BE(14 + segment)
    const first = subtable.readUInt16BE(16 + double + segment)
    const delta = subtable.readUInt16BE(16 + 2 * double + segment)
    const offsetAt = 16 + 3 * double + segment
    const offset = subtable.readUInt16BE(offsetAt)
    for (let code = first; code <= last && code < 0xffff; code++) {
      const listed =
        offset === 0 ? code : subtable.readUInt16BE(offsetAt + offset + 2 * (code - first))
      const glyph = listed === 0 ? 0 : (listed + delta) & 0xffff
      if (glyph !== 0) glyphs.set(code, glyph)
    }
  }
}
