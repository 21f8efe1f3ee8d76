import encodeQr from 'qr'

export type QrCode = {
  /** Modules on a side, the quiet zone included. */
  size: number
  /** An SVG path to be stroked 1 wide: each row's dark modules, one unit a module. */
  path: string
}

/** Light modules around a code (ISO/IEC 18004, 6.3.8). */
const quietZone = 4

/**
 * A QR code of a text, with error correction M (15 %): enough for print and screens without a logo.
 * @throws {Error} when the text is longer than a code can hold (2,331 bytes).
 */
export function qrCode(text: string): QrCode {
  const rows = qrModules(text)
  return { size: rows.length + 2 * quietZone, path: rows.map(rowPath).join('') }
}

/**
 * The same code as rows of modules, dark ones true, without its quiet zone.
 * @throws {Error} as `qrCode` does.
 */
export function qrModules(text: string): boolean[][] {
  // The library draws at least one light module around a code.
  const bordered = encodeQr(text, 'raw', { ecc: 'medium', border: 1 })
  return bordered.slice(1, -1).map((row) => row.slice(1, -1))
}

function rowPath(row: readonly boolean[], y: number): string {
  const runs: string[] = []
  let from = 0
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue
    const begin = x
    while (row[x + 1]) x++
    const length = x + 1 - begin
    runs.push(
      runs.length === 0
        ? `M${begin + quietZone} ${y + quietZone}.5h${length}`
        : `m${begin - from} 0h${length}`,
    )
    from = begin + length
  }
  return runs.join('')
}
