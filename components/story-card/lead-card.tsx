import { PortalPicture } from '../picture/portal-picture.tsx'
import styles from './card.module.css'
import { type CardProps, Headline, Kicker, Meta } from './parts.tsx'

/** The one story that a page opens with. */
export function LeadCard({ story, level, under, sizes }: CardProps & { sizes: string }) {
  return (
    <article className={`${styles.card} ${styles.lead}`}>
      {story.picture && (
        <PortalPicture picture={story.picture} shape="wide" sizes={sizes} priority decorative />
      )}
      <div className={styles.text}>
        <Kicker story={story} under={under} />
        <Headline story={story} level={level} />
        <p className="standfirst">{story.standfirst}</p>
        <Meta story={story} />
      </div>
    </article>
  )
}
