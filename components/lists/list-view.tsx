'use client'

import { useTranslations } from '../../i18n/words.tsx'
import type { Language } from '../../lib/languages.ts'
import type { ListPage } from '../../lib/reading/types.ts'
import { LeadCard } from '../story-card/lead-card.tsx'
import { ListHead } from './list-head.tsx'
import styles from './lists.module.css'
import { Months } from './months.tsx'
import { Stories } from './stories.tsx'

/** Section, series, topic, author or latest: the newest story large, the others below it. */
export function ListView({ page, language }: { page: ListPage; language: Language }) {
  const t = useTranslations('list')
  const lead = page.kind === 'latest' ? undefined : page.stories[0]
  const others = lead ? page.stories.slice(1) : page.stories
  return (
    <div data-accent={page.accent}>
      <ListHead page={page} />
      <div className={`wrap ${styles.page}`}>
        {lead && (
          <div className={styles.lead}>
            <LeadCard
              story={lead}
              level={2}
              under={page.name}
              sizes="(min-width: 62rem) 46rem, 100vw"
            />
          </div>
        )}
        {!lead && others.length === 0 && <p>{t('empty')}</p>}
        <Stories stories={others} under={page.name} />
        {page.months.length === 0 && page.stories.length > 0 && (
          <p>
            <a className={styles.further} href={page.archive}>
              {t('allByMonth')}
            </a>
          </p>
        )}
        {page.months.length > 0 && (
          <Months months={page.months} language={language} archive={page.archive} />
        )}
      </div>
    </div>
  )
}
