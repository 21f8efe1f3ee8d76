import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import sharp from 'sharp'

/** `npm run icons`: draws every icon of the portal from `public/icon.svg`. Sizes in px. */
const folder = resolve('public')
const drawing = readFileSync(join(folder, 'icon.svg'))

const png = (size: number): Promise<Buffer> =>
  sharp(drawing, { density: (72 * size) / 64 })
    .resize(size, size)
    .png({ compressionLevel: 9, palette: true })
    .toBuffer()

/** An icon file with PNG inside (Windows Vista and later, every browser): header, entries, pictures. */
function ico(pictures: readonly { size: number; data: Buffer }[]): Buffer {
  const header = Buffer.alloc(6 + 16 * pictures.length)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(pictures.length, 4)
  let offset = header.length
  for (const [index, { size, data }] of pictures.entries()) {
    const at = 6 + 16 * index
    header.writeUInt8(size, at)
    header.writeUInt8(size, at + 1)
    header.writeUInt16LE(1, at + 4)
    header.writeUInt16LE(32, at + 6)
    header.writeUInt32LE(data.length, at + 8)
    header.writeUInt32LE(offset, at + 12)
    offset += data.length
  }
  return Buffer.concat([header, ...pictures.map(({ data }) => data)])
}

const names: Record<string, number> = {
  'apple-touch-icon.png': 180,
  'icon-192.png': 192,
  // Its drawing keeps to the inner four fifths, so that it may be cut round.
  'icon-512.png': 512,
}
for (const [name, size] of Object.entries(names)) writeFileSync(join(folder, name), await png(size))
const small = await Promise.all([16, 32, 48].map(async (size) => ({ size, data: await png(size) })))
writeFileSync(join(folder, 'favicon.ico'), ico(small))
