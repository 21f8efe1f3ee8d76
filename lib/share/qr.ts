import { encode } from 'uqr'

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
  const { size, data } = encode(text, { ecc: 'M', border: quietZone })
  return { size, path: data.map(rowPath).join('') }
}

function rowPath(row: readonly boolean[], y: number): string {
  const runs: string[] = []
  let from = 0
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue
    const begin = x
    while (row[x + 1]) x++
    const length = x + 1 - begin
    runs.push(runs.length === 0 ? `M${begin} ${y}.5h${length}` : `m${begin - from} 0h${length}`)
    from = begin + length
  }
  return runs.join('')
}
