import { PortalPicture } from '../picture/portal-picture.tsx'
import styles from './card.module.css'
import { type CardProps, Headline, Kicker, Meta } from './parts.tsx'

/** The first story of a strip: a large picture, and what it is about. */
export function FeatureCard({ story, level, under }: CardProps) {
  return (
    <article className={`${styles.card} ${styles.feature}`}>
      {story.picture && (
        <PortalPicture
          picture={story.picture}
          shape="wide"
          sizes="(min-width: 62rem) 36rem, 100vw"
          decorative
        />
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
