'use client'

import { useTranslations } from '../../i18n/words.tsx'
import type { MostRead } from '../../lib/reading/most-read.ts'
import type { StoryCard } from '../../lib/reading/types.ts'
import stripStyles from '../front-page/strip.module.css'
import styles from '../lists/lists.module.css'
import { TextCard } from '../story-card/text-card.tsx'
import { ArchiveHead } from './archive-head.tsx'

/** What was read most in the last 24 hours and 7 days. */
export function MostReadView({ page, title }: { page: MostRead; title: string }) {
  const t = useTranslations('mostRead')
  const isEmpty = page.day.length === 0 && page.week.length === 0
  return (
    <>
      <ArchiveHead title={title} way={[]} />
      <div className={`wrap ${styles.page}`}>
        <p className="standfirst">{isEmpty ? t('empty') : t('about')}</p>
        <Ranked title={t('day')} stories={page.day} />
        <Ranked title={t('week')} stories={page.week} />
      </div>
    </>
  )
}

function Ranked({ title, stories }: { title: string; stories: readonly StoryCard[] }) {
  if (stories.length === 0) return null
  return (
    <section className={`${stripStyles.strip} ${stripStyles.numbered}`}>
      <header className={stripStyles.head}>
        <h2>{title}</h2>
      </header>
      <ol className={stripStyles.stories}>
        {stories.map((story) => (
          <li key={story.id}>
            <TextCard story={story} level={3} />
          </li>
        ))}
      </ol>
    </section>
  )
}
