/** Renditions of a picture, made when it is uploaded (`newsroom/media/`), served from `/media/`. */
export const shapes = {
  /** The picture's own proportions. */
  whole: null,
  wide: 16 / 9,
  classic: 4 / 3,
  square: 1,
} as const
export type Shape = keyof typeof shapes

/** Widths in px; a picture narrower than one of them has no rendition of that width. */
export const widthsOf = {
  whole: [640, 960, 1280, 1920],
  wide: [320, 480, 640, 960, 1280, 1920],
  classic: [320, 640, 1200],
  square: [320, 640, 1200],
} as const satisfies Record<Shape, readonly number[]>

export const formats = ['avif', 'jpg'] as const
export type Format = (typeof formats)[number]

/** A picture as pages need it. */
export type Picture = {
  id: number
  /** `12-9f8e7d6c`: changes with the file and with the focal point, so that addresses are immutable. */
  stem: string
  /** Of the original, px. */
  width: number
  height: number
  alt: string
  caption: string | null
  /** Who made it, and under which licence: `Illustration: iChongqing`. */
  credit: string
  licence: string | null
}

export const renditionPath = (stem: string, shape: Shape, width: number, format: Format): string =>
  `/media/${stem}/${shape}-${width}.${format}`

/** Pixel size of a rendition of that width. */
export function renditionSize(
  picture: Pick<Picture, 'width' | 'height'>,
  shape: Shape,
  width: number,
): { width: number; height: number } {
  const ratio = shapes[shape] ?? picture.width / picture.height
  return { width, height: Math.round(width / ratio) }
}

/** Width of the largest crop of a shape that fits into the original, px. */
export const widestCrop = (picture: Pick<Picture, 'width' | 'height'>, shape: Shape): number =>
  Math.floor(Math.min(picture.width, picture.height * (shapes[shape] ?? Number.POSITIVE_INFINITY)))

/** The widths that exist for this picture; a small original has at least one. */
export function availableWidths(
  picture: Pick<Picture, 'width' | 'height'>,
  shape: Shape,
): readonly number[] {
  const most = widestCrop(picture, shape)
  const fitting = widthsOf[shape].filter((width) => width <= most)
  return fitting.length > 0 ? fitting : [most]
}
