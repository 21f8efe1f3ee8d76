'use client'

import { useTranslations } from '../../i18n/words.tsx'
import { formatDayOfMonth, formatYear } from '../../lib/dates.ts'
import type { Language } from '../../lib/languages.ts'
import type { OnThisDay } from '../../lib/reading/archive/on-this-day.ts'
import type { NamedLink } from '../../lib/reading/types.ts'
import styles from '../lists/lists.module.css'
import { ArchiveHead } from './archive-head.tsx'
import { cardFor } from './card-for.ts'
import dayStyles from './stories-by-day.module.css'

type Props = { page: OnThisDay; title: string; way: readonly NamedLink[]; language: Language }

/** Stories of this day in earlier years, by year. */
export function OnThisDayView({ page, title, way, language }: Props) {
  const t = useTranslations('onThisDay')
  const day = formatDayOfMonth(language, page.day)
  const Card = cardFor(page.years.flatMap(({ stories }) => stories))
  return (
    <>
      <ArchiveHead title={title} way={way} />
      <div className={`wrap ${styles.page}`}>
        <p className="standfirst">
          {page.years.length === 0 ? t('empty', { day }) : t('about', { day })}
        </p>
        <div className={dayStyles.days}>
          {page.years.map(({ year, stories, href }) => (
            <section key={year} aria-labelledby={`year-${year}`}>
              <h2 id={`year-${year}`}>
                <a href={href}>{formatYear(language, year)}</a>
              </h2>
              <div className={styles.stories}>
                {stories.map((story) => (
                  <Card key={story.id} story={story} level={3} />
                ))}
              </div>
            </section>
          ))}
        </div>
      </div>
    </>
  )
}
