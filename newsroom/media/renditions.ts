import { createHash } from 'node:crypto'
import { copyFile, mkdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import sharp, { type Sharp } from 'sharp'
import {
  availableWidths,
  type Format,
  formats,
  renditionSize,
  type Shape,
  shapes,
} from '../../lib/pictures.ts'

/** Per cent of width and height, from the top left. */
export type FocalPoint = { x: number; y: number }
type Size = { width: number; height: number }

/** Names the renditions of a picture: another file or another focal point gives other addresses. */
export const stemOf = (fileHash: string, focal: FocalPoint): string =>
  createHash('sha256')
    .update(`${fileHash} ${Math.round(focal.x)} ${Math.round(focal.y)}`)
    .digest('hex')
    .slice(0, 16)

/** The largest crop of a ratio that has the focal point in it, as near to its middle as the edges allow. */
export function cropOf(size: Size, ratio: number | null, focal: FocalPoint) {
  if (ratio === null) return { left: 0, top: 0, ...size }
  const width = Math.min(size.width, Math.round(size.height * ratio))
  const height = Math.min(size.height, Math.round(size.width / ratio))
  const within = (middle: number, part: number, whole: number) =>
    Math.round(Math.min(Math.max(middle - part / 2, 0), whole - part))
  return {
    left: within((focal.x / 100) * size.width, width, size.width),
    top: within((focal.y / 100) * size.height, height, size.height),
    width,
    height,
  }
}

const encode = (image: Sharp, format: Format): Sharp =>
  format === 'avif'
    ? image.avif({ quality: 52, effort: 1, chromaSubsampling: '4:2:0' })
    : image.jpeg({ quality: 78, mozjpeg: false, progressive: true })

const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  )

/** 16:9 pictures look the same whole and cropped: what is drawn once is copied. */
const isSameCrop = (size: Size, shape: Shape): boolean => {
  const ratio = shapes[shape]
  return ratio !== null && Math.abs(size.width / size.height - ratio) < 0.005
}

/**
 * On Linux sharp gives each file one thread. More than two for a picture would keep Node's four from its other work: files,
 * names, passwords.
 * @throws What failed first; nothing is begun after that.
 */
export async function twoAtOnce<T>(
  all: readonly T[],
  work: (one: T) => Promise<void>,
): Promise<void> {
  const left = all.values()
  let failed: { reason: unknown } | undefined
  const worker = async () => {
    for (const one of left) {
      if (failed) return
      await work(one).catch((reason: unknown) => {
        failed ??= { reason }
      })
    }
  }
  await Promise.all([worker(), worker()])
  if (failed) throw failed.reason
}

/**
 * Makes every rendition of a picture below `folder/stem`, complete or not at all: they are drawn in a
 * folder beside it that is renamed at the end. What exists already is left.
 */
export async function makeRenditions(
  original: Buffer | string,
  size: Size,
  focal: FocalPoint,
  folder: string,
  stem: string,
): Promise<void> {
  const target = path.join(folder, stem)
  if (await exists(target)) return
  const work = path.join(folder, `.${stem}.${process.pid}.${Date.now()}`)
  await mkdir(work, { recursive: true })
  try {
    const { data, info } = await sharp(original)
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    const raw = { width: info.width, height: info.height, channels: info.channels }
    const fileOf = (shape: Shape, width: number, format: Format) =>
      path.join(work, `${shape}-${width}.${format}`)
    const all = (Object.keys(shapes) as Shape[]).flatMap((shape) =>
      availableWidths(size, shape).flatMap((width) =>
        formats.map((format) => ({ shape, width, format })),
      ),
    )
    const isCopied = ({ shape, width }: (typeof all)[number]) =>
      shape === 'wide' && isSameCrop(size, shape) && availableWidths(size, 'whole').includes(width)
    const drawn = all.filter((one) => !isCopied(one))
    await twoAtOnce(drawn, async ({ shape, width, format }) => {
      const pixels = renditionSize(size, shape, width)
      const image = sharp(data, { raw })
        .extract(cropOf(size, shapes[shape], focal))
        .resize(pixels.width, pixels.height, { fit: 'fill' })
      await encode(image, format).toFile(fileOf(shape, width, format))
    })
    for (const { shape, width, format } of all.filter(isCopied))
      await copyFile(fileOf('whole', width, format), fileOf(shape, width, format))
    await rename(work, target)
  } catch (error) {
    await rm(work, { recursive: true, force: true })
    // Somebody else drew the same picture in the meantime.
    if (await exists(target)) return
    throw error
  }
}
