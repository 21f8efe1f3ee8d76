import sharp from 'sharp'
import { hash, random } from './kit.ts'
import { drawPicture } from './pictures.ts'

const TILE = 512
const STRENGTH = 5
/** Dots per inch at which a drawing of 1920 × 1080 comes out as 2400 × 1350 (72 is 1:1). */
const DENSITY = 90

type Pixels = { data: Buffer; width: number; height: number; channels: 1 | 2 | 3 | 4 }

/** Paper grain, the same for the same name: a tile of soft noise with light and dark specks. */
function grainTile(name: string): Int8Array {
  const rnd = random(hash(`${name}/grain`))
  const raw = new Float32Array(TILE * TILE)
  for (let i = 0; i < raw.length; i++) raw[i] = rnd() + rnd() - 1
  const at = (i: number) => raw[(i + TILE * TILE) % (TILE * TILE)] ?? 0
  const tile = new Int8Array(TILE * TILE)
  for (let i = 0; i < tile.length; i++) {
    const soft = at(i) * 0.5 + (at(i - 1) + at(i + 1) + at(i - TILE) + at(i + TILE)) * 0.25
    tile[i] = Math.round(soft * STRENGTH * 1.6)
  }
  return tile
}

function addGrain({ data, width, height, channels }: Pixels, name: string): void {
  const tile = grainTile(name)
  for (let y = 0, i = 0; y < height; y++) {
    const row = (y % TILE) * TILE
    // Each band of tiles is shifted, so that the repetition does not show.
    const shift = Math.floor(y / TILE) * 197
    for (let x = 0; x < width; x++, i += channels) {
      const g = tile[row + ((x + shift) % TILE)] ?? 0
      for (let c = 0; c < 3; c++) {
        data[i + c] = Math.max(0, Math.min(255, (data[i + c] ?? 0) + g))
      }
    }
  }
}

/** The picture as a JPEG of 2400 × 1350: large enough for a square crop of 1200 px. */
export async function renderPicture(name: string): Promise<Buffer> {
  const svg = Buffer.from(drawPicture(name))
  const { data, info } = await sharp(svg, { density: DENSITY })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  addGrain({ data, width, height, channels }, name)
  return await sharp(data, { raw: { width, height, channels } }).jpeg({ quality: 88 }).toBuffer()
}
