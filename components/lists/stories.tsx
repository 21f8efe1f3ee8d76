import type { StoryCard } from '../../lib/reading/types.ts'
import { ListedCard } from '../story-card/listed-card.tsx'
import styles from './lists.module.css'

/** Newest first; `under` is the page's name. */
export function Stories({ stories, under }: { stories: readonly StoryCard[]; under: string }) {
  if (stories.length === 0) return null
  return (
    <div className={styles.stories}>
      {stories.map((story) => (
        <ListedCard key={story.id} story={story} level={2} under={under} />
      ))}
    </div>
  )
}
