import type { Picture } from '../../../lib/pictures.ts'
import { CreditLine } from '../../picture/credit-line.tsx'
import { PortalPicture } from '../../picture/portal-picture.tsx'
import styles from './view.module.css'

type Props = {
  picture: Picture
  /** Wider than the text; an upright picture stays within it all the same. */
  wide: boolean
  priority?: boolean
}

/** A picture between paragraphs, or at the head of a story, uncut. */
export function PictureBlock({ picture, wide, priority }: Props) {
  const broad = wide && picture.width > picture.height * 1.2
  return (
    <figure className={broad ? styles.wide : styles.picture}>
      <PortalPicture
        picture={picture}
        shape="whole"
        sizes={broad ? '(min-width: 66rem) 64rem, 100vw' : '(min-width: 44rem) 42rem, 100vw'}
        priority={priority}
      />
      <figcaption>
        <CreditLine picture={picture} />
      </figcaption>
    </figure>
  )
}
