import { useTranslations } from '../../i18n/words.tsx'
import type { StoryPage } from '../../lib/reading/types.ts'
import { BriefCard } from '../story-card/brief-card.tsx'
import { FeatureCard } from '../story-card/feature-card.tsx'
import styles from './read-on.module.css'

/** After the story: the next in its series, then what is near to it. */
export function ReadOn({ story }: { story: StoryPage }) {
  const t = useTranslations('story')
  const { seriesPlace, related } = story
  return (
    <>
      {seriesPlace && (
        <section className={`band ${styles.series}`} data-accent="jade">
          <div className="wrap">
            <div>
              <p className="kicker">{t('series')}</p>
              <h2>
                <a href={seriesPlace.series.href}>{seriesPlace.series.name}</a>
              </h2>
              {seriesPlace.next && <p>{t('nextInSeries')}</p>}
            </div>
            {seriesPlace.next && (
              <FeatureCard story={seriesPlace.next} level={3} under={seriesPlace.series.name} />
            )}
          </div>
        </section>
      )}
      {related.length > 0 && (
        <section className={`wrap ${styles.related}`} aria-labelledby="related">
          <h2 id="related">{t('related')}</h2>
          <div>
            {related.map((card) => (
              <BriefCard key={card.id} story={card} level={3} />
            ))}
          </div>
        </section>
      )}
    </>
  )
}
