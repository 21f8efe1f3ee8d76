import type { StoryCard, Strip } from '../../lib/reading/types.ts'
import { unreachable } from '../../lib/urls.ts'
import { BriefCard } from '../story-card/brief-card.tsx'
import { FeatureCard } from '../story-card/feature-card.tsx'
import { PhotoCard } from '../story-card/photo-card.tsx'
import { TextCard } from '../story-card/text-card.tsx'
import styles from './strip.module.css'

/** A row of the front page: a section or series, in the layout that the newsroom chose for it. */
export function StripView({ strip }: { strip: Strip }) {
  if (strip.stories.length === 0) return null
  return (
    <section
      className={`${styles.strip} ${styles[strip.layout]}${strip.layout === 'series' ? ' band' : ''}`}
      data-accent={strip.accent}
    >
      <div className="wrap">
        <header className={styles.head}>
          <h2>
            <a href={strip.href}>{strip.title}</a>
          </h2>
          {strip.description && <p>{strip.description}</p>}
        </header>
        <Stories strip={strip} />
      </div>
    </section>
  )
}

function Stories({ strip: { layout, stories, title } }: { strip: Strip }) {
  switch (layout) {
    case 'cards':
      return <div className={styles.stories}>{withFeature(stories, title)}</div>
    case 'numbered':
      return (
        <ol className={styles.stories}>
          {stories.map((story) => (
            <li key={story.id}>
              <TextCard story={story} level={3} under={title} />
            </li>
          ))}
        </ol>
      )
    case 'gallery':
      return (
        <div className={styles.stories}>
          {stories.map((story, index) => (
            <PhotoCard
              key={story.id}
              story={story}
              level={3}
              sizes={`(min-width: 62rem) ${index === 0 ? 44 : 28}rem, 80vw`}
            />
          ))}
        </div>
      )
    case 'series':
      return (
        <div className={styles.stories}>
          {stories.map((story) => (
            <BriefCard key={story.id} story={story} level={3} under={title} />
          ))}
        </div>
      )
    default:
      return unreachable(layout)
  }
}

function withFeature(stories: readonly StoryCard[], title: string) {
  return stories.map((story, index) =>
    index === 0 ? (
      <FeatureCard key={story.id} story={story} level={3} under={title} />
    ) : (
      <BriefCard key={story.id} story={story} level={3} under={title} />
    ),
  )
}
