import path from 'node:path'
import { ImageResponse } from '@vercel/og'
import sharp, { type OutputInfo, type Sharp } from 'sharp'
import { availableWidths, renditionPath, type Shape } from '../pictures.ts'
import { type DrawingKind, drawingSizes } from './address.ts'
import type { Box, Sheet } from './layouts/parts.tsx'
import { posterSheet } from './layouts/poster.tsx'
import { squareSheet } from './layouts/square.tsx'
import { wideSheet } from './layouts/wide.tsx'
import type { DrawingSpec, DrawnPicture } from './spec.ts'
import { loadedFonts } from './type/typecase.ts'

/** No picture is opened twice soon: what libvips would keep of them is memory lost. */
sharp.cache(false)

const sheets = {
  wide: wideSheet,
  square: squareSheet,
  poster: posterSheet,
} as const satisfies Record<DrawingKind, (spec: DrawingSpec) => Sheet>

/** The rendition that comes nearest to the window; all are cut around the picture's own middle. */
const shapeOf = { wide: 'square', square: 'wide', poster: 'wide' } as const satisfies Record<
  DrawingKind,
  Shape
>

/** Bytes at most: WhatsApp shows no larger preview; a poster is sent as a picture. */
export const mostBytes = { wide: 300_000, square: 300_000, poster: 600_000 } as const
const qualities = [88, 80, 70, 58, 44, 30]

/**
 * Draws a page's picture as JPEG.
 * @param mediaFolder where renditions are (`lib/pictures.ts`)
 * @throws {Error} when the picture is not there, or cannot be read.
 */
export async function draw(
  spec: DrawingSpec,
  kind: DrawingKind,
  mediaFolder: string,
): Promise<Buffer> {
  const size = drawingSizes[kind]
  const sheet = sheets[kind](spec)
  const [drawn, picture] = await Promise.all([
    drawSheet(sheet, size),
    spec.picture ? cutPicture(spec.picture, shapeOf[kind], sheet.window, mediaFolder) : null,
  ])
  const { left, top } = sheet.window
  const layers = picture ? [{ input: picture.data, raw: rawOf(picture), left, top }] : []
  const whole = await pixelsOf(sharp(drawn).composite(layers))
  return await compressed(sharp(whole.data, { raw: rawOf(whole) }), mostBytes[kind])
}

type Pixels = { data: Buffer; info: OutputInfo }

const pixelsOf = (image: Sharp): Promise<Pixels> =>
  image.toColourspace('srgb').removeAlpha().raw().toBuffer({ resolveWithObject: true })

const rawOf = ({ info: { width, height, channels } }: Pixels) => ({ width, height, channels })

/** Everything but the picture. Every character has a face, and there is no image: nothing is fetched. */
async function drawSheet(
  { element }: Sheet,
  size: { width: number; height: number },
): Promise<Buffer> {
  const response = new ImageResponse(element, { ...size, fonts: loadedFonts() })
  return Buffer.from(await response.arrayBuffer())
}

async function cutPicture(
  picture: DrawnPicture,
  shape: Shape,
  { width, height }: Box,
  mediaFolder: string,
): Promise<Pixels> {
  const widths = availableWidths(picture, shape)
  const least = Math.max(width, shape === 'square' ? height : 0)
  const fitting = widths.find((one) => one >= least) ?? widths.at(-1) ?? picture.width
  const file = renditionPath(picture.stem, shape, fitting, 'jpg').replace(/^\/media\//, '')
  return await pixelsOf(sharp(path.join(mediaFolder, file)).resize({ width, height, fit: 'cover' }))
}

/** The best quality that stays below so many bytes. */
async function compressed(image: Sharp, most: number): Promise<Buffer> {
  for (const quality of qualities) {
    const chromaSubsampling = quality >= 80 ? '4:4:4' : '4:2:0'
    const bytes = await image.clone().jpeg({ quality, chromaSubsampling }).toBuffer()
    if (bytes.length <= most) return bytes
  }
  throw new Error(`The drawing has more than ${most} bytes even at the least quality`)
}
