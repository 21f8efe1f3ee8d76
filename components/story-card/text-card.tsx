import styles from './card.module.css'
import { type CardProps, Headline, Kicker, Meta } from './parts.tsx'

/** A story without its picture, for numbered lists. */
export function TextCard({ story, level, under }: CardProps) {
  return (
    <article className={styles.card}>
      <div className={styles.text}>
        <Kicker story={story} under={under} />
        <Headline story={story} level={level} />
        <Meta story={story} />
      </div>
    </article>
  )
}
