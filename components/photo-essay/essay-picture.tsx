import { useTranslations } from '../../i18n/words.tsx'
import { availableWidths, type Picture, renditionPath } from '../../lib/pictures.ts'
import { CreditLine } from '../picture/credit-line.tsx'
import { PortalPicture } from '../picture/portal-picture.tsx'

type Props = {
  picture: Picture
  /** As wide as the window; else a little wider than the text. */
  wide: boolean
  /** Which of how many, from 1. */
  place: number
  count: number
  priority?: boolean
}

/** A picture with its number, caption and credit. It leads to itself, as large as there is. */
export function EssayPicture({ picture, wide, place, count, priority }: Props) {
  const t = useTranslations('photoEssay')
  const largest = availableWidths(picture, 'whole').at(-1) ?? picture.width
  return (
    <figure className={wide ? 'essay-wide' : 'essay-inset'}>
      <a href={renditionPath(picture.stem, 'whole', largest, 'jpg')} data-enlarge="">
        <PortalPicture
          picture={picture}
          shape="whole"
          sizes={wide ? '100vw' : '(min-width: 66rem) 64rem, 100vw'}
          priority={priority}
        />
        <span className="unseen">{t('enlarge')}</span>
      </a>
      <figcaption>
        <span className="essay-place">{t('place', { place, count })}</span>
        <span>
          <CreditLine picture={picture} />
        </span>
      </figcaption>
    </figure>
  )
}
