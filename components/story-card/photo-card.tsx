import { PortalPicture } from '../picture/portal-picture.tsx'
import styles from './card.module.css'
import { type CardProps, Headline, Meta } from './parts.tsx'

/** A story that its picture tells: square, so that CSS can cut it upright or wide. */
export function PhotoCard({ story, level, sizes }: CardProps & { sizes: string }) {
  return (
    <article className={styles.card}>
      {story.picture && (
        <PortalPicture picture={story.picture} shape="square" sizes={sizes} decorative />
      )}
      <div className={styles.text}>
        <Headline story={story} level={level} />
        <Meta story={story} />
      </div>
    </article>
  )
}
