'use client'

import { useTranslations } from '../../i18n/words.tsx'
import { formatMonth } from '../../lib/dates.ts'
import type { Language } from '../../lib/languages.ts'
import type { MonthLink, MonthPage } from '../../lib/reading/archive/types.ts'
import type { NamedLink } from '../../lib/reading/types.ts'
import styles from '../lists/lists.module.css'
import { ArchiveHead } from './archive-head.tsx'
import { Around } from './around.tsx'
import { MonthCalendar } from './month-calendar.tsx'
import { StoriesByDay } from './stories-by-day.tsx'

type Props = { page: MonthPage; title: string; way: readonly NamedLink[]; language: Language }

/** A month of a list: its calendar, its stories by day, and the way to the months around it. */
export function MonthView({ page, title, way, language }: Props) {
  const t = useTranslations('archive')
  const { month, days, stories, isWhole } = page
  const named = (link: MonthLink | null) =>
    link && { href: link.href, name: formatMonth(language, link.month) }
  return (
    <div data-accent={page.list.accent}>
      <ArchiveHead title={title} way={way} />
      <div className={`wrap ${styles.calendarPage}`}>
        <nav aria-label={t('days')}>
          <MonthCalendar month={month} days={days} language={language} />
        </nav>
        <div>
          {!isWhole && <p className="standfirst">{t('more')}</p>}
          <StoriesByDay stories={stories} language={language} />
        </div>
        <Around label={t('months')} previous={named(page.previous)} next={named(page.next)} />
      </div>
    </div>
  )
}
