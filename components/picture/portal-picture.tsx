import {
  availableWidths,
  type Format,
  type Picture,
  renditionPath,
  renditionSize,
  type Shape,
} from '../../lib/pictures.ts'

type Props = {
  picture: Picture
  shape: Shape
  /** How wide it is shown, as in HTML's `sizes`. */
  sizes: string
  /** The largest picture in the first screen: fetched at once. */
  priority?: boolean
  /** Beside a headline that says the same: without alternative text. */
  decorative?: boolean
}

/** A picture in AVIF, or JPEG where that is not understood; it takes its place before it arrives. */
export function PortalPicture({ picture, shape, sizes, priority, decorative }: Props) {
  const widths = availableWidths(picture, shape)
  const largest = widths.at(-1) ?? picture.width
  const sources = (format: Format) =>
    widths
      .map((width) => `${renditionPath(picture.stem, shape, width, format)} ${width}w`)
      .join(', ')
  const middle = widths.find((width) => width >= 640) ?? largest
  return (
    <picture>
      <source type="image/avif" srcSet={sources('avif')} sizes={sizes} />
      <img
        src={renditionPath(picture.stem, shape, middle, 'jpg')}
        srcSet={sources('jpg')}
        sizes={sizes}
        {...renditionSize(picture, shape, largest)}
        alt={decorative ? '' : picture.alt}
        loading={priority ? undefined : 'lazy'}
        fetchPriority={priority ? 'high' : undefined}
        decoding={priority ? undefined : 'async'}
      />
    </picture>
  )
}
