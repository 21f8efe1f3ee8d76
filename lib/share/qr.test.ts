import decodeQR from 'qr/decode.js'
import { encode } from 'uqr'
import { type QrCode, qrCode } from './qr.ts'

/** The path as a picture, `scale` px a module, painted as SVG would paint it. */
function painted({ size, path }: QrCode, scale = 4) {
  const side = size * scale
  const data = new Uint8Array(side * side * 4).fill(255)
  let x = 0
  let y = 0
  for (const [, command, first = '0', second] of path.matchAll(/([Mmh])(\d+)(?: ([\d.]+))?/g)) {
    const step = Number(first)
    if (command === 'M') {
      x = step
      y = Math.floor(Number(second))
    } else if (command === 'm') x += step
    else for (const end = x + step; x < end; x++) blacken(x, y)
  }
  function blacken(column: number, row: number) {
    for (let pixel = 0; pixel < scale * scale; pixel++) {
      const left = column * scale + (pixel % scale)
      const top = row * scale + Math.floor(pixel / scale)
      data.fill(0, (top * side + left) * 4, (top * side + left) * 4 + 3)
    }
  }
  return { width: side, height: side, data }
}

const addresses = [
  'https://www.ichongqing.info/en/2023/11/10/venezuela-deputy-minister-technology-cooperation',
  'http://localhost:3000/zh/2026/11/18/a',
  `https://www.ichongqing.info/zh/2026/11/18/${'long-'.repeat(18)}slug`,
]

describe('QR code', () => {
  it.each(addresses)('is read as the address %s', (url) => {
    expect(decodeQR(painted(qrCode(url)), { timeLimit: 5000 })).toBe(url)
  })

  it.each(addresses)(
    'is one of the eight codes (ISO/IEC 18004, 7.8.2) that another library makes of %s',
    (url) => {
      const ours = [...painted(qrCode(url), 1).data]
        .filter((_, at) => at % 4 === 0)
        .map((red) => red === 0)
      const masks = [0, 1, 2, 3, 4, 5, 6, 7].filter((maskPattern) => {
        const { data } = encode(url, { ecc: 'M', boostEcc: false, border: 4, maskPattern })
        return data.flat().every((dark, at) => dark === ours[at])
      })
      expect(masks).toHaveLength(1)
    },
  )
})
