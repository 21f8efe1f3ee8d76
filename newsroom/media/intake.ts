import { createHash } from 'node:crypto'
import exifReader from 'exif-reader'
import sharp, { type Metadata, type Sharp } from 'sharp'
import { type Words, words } from '../words.ts'

export const largestUploadBytes = 20 * 1024 * 1024
const largestPixels = 50_000_000

export type RefusedPicture = { refused: Words }
export type TakenPicture = {
  data: Buffer
  width: number
  height: number
  mime: string
  hash: string
}

const refused = (en: string, zh: string): RefusedPicture => ({ refused: words(en, zh) })
const unreadable = refused(
  'This file is not a picture that can be read. Upload a JPEG, PNG or WebP.',
  '无法识别该图片文件，请上传 JPEG、PNG 或 WebP。',
)
const tooManyPixels = refused(
  'This picture has more than 50 megapixels. Make it smaller first.',
  '图片超过 5000 万像素，请先缩小。',
)
const tooHeavy = refused('This file is larger than 20 MB.', '文件超过 20 MB。')

/** Author and copyright of the original are kept; everything else (place, device, time) is dropped. */
function keptExif(exif: Buffer | undefined): { Artist?: string; Copyright?: string } {
  if (!exif) return {}
  try {
    const image = exifReader(exif).Image ?? {}
    const { Artist, Copyright } = image
    return {
      ...(typeof Artist === 'string' && { Artist }),
      ...(typeof Copyright === 'string' && { Copyright }),
    }
  } catch {
    // A damaged block of metadata is no reason to refuse a sound picture.
    return {}
  }
}

const encoders = {
  jpeg: (image: Sharp) => image.jpeg({ quality: 92, chromaSubsampling: '4:4:4' }),
  png: (image: Sharp) => image.png({ compressionLevel: 8 }),
  webp: (image: Sharp) => image.webp({ quality: 92 }),
} as const
const mimes = { jpeg: 'image/jpeg', png: 'image/png', webp: 'image/webp' } as const

const isKnown = (format: string | undefined): format is keyof typeof encoders =>
  format !== undefined && format in encoders

/**
 * Takes an uploaded file in: what it is is decided by its bytes, never by its name. The picture is turned
 * upright and written anew without its metadata, but for author and copyright.
 */
export async function takePicture(file: Buffer): Promise<TakenPicture | RefusedPicture> {
  if (file.byteLength > largestUploadBytes) return tooHeavy
  let metadata: Metadata
  try {
    metadata = await sharp(file, { limitInputPixels: false }).metadata()
  } catch {
    return unreadable
  }
  if (!isKnown(metadata.format)) return unreadable
  if (metadata.width * metadata.height > largestPixels) return tooManyPixels
  const upright = sharp(file, { failOn: 'error' })
    .rotate()
    .withExif({ IFD0: keptExif(metadata.exif) })
  try {
    const { data, info } = await encoders[metadata.format](upright).toBuffer({
      resolveWithObject: true,
    })
    const hash = createHash('sha256').update(data).digest('hex')
    return { data, width: info.width, height: info.height, mime: mimes[metadata.format], hash }
  } catch {
    return unreadable
  }
}
