import { availableWidths, type Picture, renditionPath } from '../pictures.ts'
import type { StoryPage } from '../reading/types.ts'
import type { Shared } from './services.ts'

/** As large as services show it, px. */
const widest = 1280

/**
 * A story as it is handed on.
 * @param siteUrl Origin that readers see.
 */
export function sharedOf(
  { href, social, picture }: Pick<StoryPage, 'href' | 'social' | 'picture'>,
  siteUrl: string,
): Shared {
  const absolute = (path: string) => new URL(path, siteUrl).href
  return {
    url: absolute(href),
    title: social.title,
    description: social.description,
    picture: picture && absolute(jpegOf(picture)),
  }
}

function jpegOf(picture: Picture): string {
  const widths = availableWidths(picture, 'wide')
  const width = widths.findLast((one) => one <= widest) ?? widths[0] ?? widest
  return renditionPath(picture.stem, 'wide', width, 'jpg')
}
