import type { Media } from '../../newsroom/payload-types.ts'
import type { Language } from '../languages.ts'
import type { Picture } from '../pictures.ts'
import { asReader, newsroom } from './newsroom.ts'

type Stored = Pick<
  Media,
  'id' | 'alt' | 'caption' | 'credit' | 'licence' | 'stem' | 'width' | 'height'
>

function pictureOf(media: Stored): Picture | null {
  const { id, stem, width, height } = media
  if (!stem || !width || !height) return null
  return {
    id,
    stem,
    width,
    height,
    alt: media.alt ?? '',
    caption: media.caption || null,
    credit: media.credit ?? '',
    licence: media.licence || null,
  }
}

/** Pictures by their number, with words in one language. */
export async function readPictures(
  ids: readonly number[],
  language: Language,
): Promise<Map<number, Picture>> {
  if (ids.length === 0) return new Map()
  const payload = await newsroom()
  const { docs } = await payload.find({
    collection: 'media',
    where: { id: { in: [...new Set(ids)] } },
    select: {
      alt: true,
      caption: true,
      credit: true,
      licence: true,
      stem: true,
      width: true,
      height: true,
    },
    ...asReader(language),
  })
  const pictures = docs.flatMap((doc) => pictureOf(doc) ?? [])
  return new Map(pictures.map((picture) => [picture.id, picture]))
}
