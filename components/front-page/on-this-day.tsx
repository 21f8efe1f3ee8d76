import { useTranslations } from '../../i18n/words.tsx'
import { dayOf, formatDayOfMonth, formatYear } from '../../lib/dates.ts'
import type { Language } from '../../lib/languages.ts'
import type { FrontPage } from '../../lib/reading/types.ts'
import { pathOf } from '../../lib/urls.ts'
import { TextCard } from '../story-card/text-card.tsx'
import styles from './strip.module.css'

type Props = { onThisDay: FrontPage['onThisDay']; language: Language }

/** A few stories of this day in earlier years, each below its year. */
export function OnThisDayStrip({ onThisDay: { day, stories }, language }: Props) {
  const t = useTranslations('onThisDay')
  if (stories.length === 0) return null
  return (
    <section className={styles.strip}>
      <div className="wrap">
        <header className={styles.head}>
          <h2>
            <a href={pathOf({ kind: 'on-this-day', language })}>{t('title')}</a>
          </h2>
          <p>{formatDayOfMonth(language, day)}</p>
        </header>
        <div className={styles.stories}>
          {stories.map((story) => {
            const year = formatYear(language, dayOf(story.publishedAt).slice(0, 4))
            return <TextCard key={story.id} story={{ ...story, kicker: year }} level={3} />
          })}
        </div>
      </div>
    </section>
  )
}
