'use client'

import { useTranslations } from '../../i18n/words.tsx'
import { formatDate } from '../../lib/dates.ts'
import type { Language } from '../../lib/languages.ts'
import type { DayLink, DayPage } from '../../lib/reading/archive/types.ts'
import type { NamedLink } from '../../lib/reading/types.ts'
import styles from '../lists/lists.module.css'
import { ArchiveHead } from './archive-head.tsx'
import { Around } from './around.tsx'
import { StoriesByDay } from './stories-by-day.tsx'

type Props = { page: DayPage; title: string; way: readonly NamedLink[]; language: Language }

/** A day of a list, and the way to the days around it. */
export function DayView({ page, title, way, language }: Props) {
  const t = useTranslations('archive')
  const named = (link: DayLink | null) =>
    link && { href: link.href, name: formatDate(language, link.day) }
  return (
    <div data-accent={page.list.accent}>
      <ArchiveHead title={title} way={way} />
      <div className={`wrap ${styles.page}`}>
        <StoriesByDay stories={page.stories} language={language} />
        {page.further && (
          <p>
            <a className={styles.further} href={page.further}>
              {t('further')}
            </a>
          </p>
        )}
        <Around label={t('otherDays')} previous={named(page.previous)} next={named(page.next)} />
      </div>
    </div>
  )
}
