import { PortalPicture } from '../picture/portal-picture.tsx'
import styles from './card.module.css'
import { type CardProps, Headline, Kicker, Meta } from './parts.tsx'

/** A story in a list by time, with its day unless it stands below that. */
export function ListedCard({ story, level, under, dated = true }: CardProps & { dated?: boolean }) {
  return (
    <article className={`${styles.card} ${styles.row} ${styles.listed}`}>
      {story.picture && (
        <PortalPicture
          picture={story.picture}
          shape="classic"
          sizes="(min-width: 40rem) 15rem, 6.5rem"
          decorative
        />
      )}
      <div className={styles.text}>
        <Kicker story={story} under={under} />
        <Headline story={story} level={level} />
        <p className={`standfirst ${styles.extra}`}>{story.standfirst}</p>
        <Meta story={story} dated={dated} />
      </div>
    </article>
  )
}
