import type { ImageObject } from 'schema-dts'
import {
  availableWidths,
  type Picture,
  renditionPath,
  renditionSize,
  type Shape,
} from '../../pictures.ts'
import { absoluteIn, type Publication } from './publication.ts'

/** 16:9, 4:3 and 1:1, as search engines ask for them; each as large as there is. */
const ratios: readonly Shape[] = ['wide', 'classic', 'square']

/** A picture in three proportions, with credit and licence. Sizes in px. */
export const imagesOf = (picture: Picture, publication: Publication): ImageObject[] =>
  ratios.map((shape) => imageOf(picture, shape, publication))

/** One rendition of a picture. */
export function imageOf(picture: Picture, shape: Shape, publication: Publication): ImageObject {
  const absolute = absoluteIn(publication)
  const width = availableWidths(picture, shape).at(-1) ?? picture.width
  const size = renditionSize(picture, shape, width)
  const terms = publication.site.pages.find(({ slug }) => slug === 'terms')
  const licence = licenceAddress(picture.licence)
  return {
    '@type': 'ImageObject',
    url: absolute(renditionPath(picture.stem, shape, width, 'jpg')),
    // schema.org wants a quantity or a text; search engines read the bare number.
    width: String(size.width),
    height: String(size.height),
    caption: picture.caption ?? picture.alt,
    creditText: picture.credit,
    ...(picture.licence && { copyrightNotice: picture.licence }),
    ...(licence && { license: licence }),
    ...(!licence && terms && { license: absolute(terms.href) }),
  }
}

/** The deed of a Creative Commons licence that is named as `CC BY-SA 4.0`; an address as it is. */
export function licenceAddress(licence: string | null): string | null {
  if (licence === null) return null
  if (URL.canParse(licence) && licence.startsWith('https://')) return licence
  const named = /^CC (BY(?:-NC)?(?:-SA|-ND)?) (\d\.\d)$/i.exec(licence.trim())
  if (named) return `https://creativecommons.org/licenses/${named[1]?.toLowerCase()}/${named[2]}/`
  return /^CC0(?: 1\.0)?$/i.test(licence.trim())
    ? 'https://creativecommons.org/publicdomain/zero/1.0/'
    : null
}
