'use client'

import { useTranslations } from '../../i18n/words.tsx'
import type { Language } from '../../lib/languages.ts'
import type { ArchivePage } from '../../lib/reading/archive/types.ts'
import type { NamedLink } from '../../lib/reading/types.ts'
import { pathOf } from '../../lib/urls.ts'
import styles from '../lists/lists.module.css'
import { Months } from '../lists/months.tsx'
import { ArchiveHead } from './archive-head.tsx'

type Props = { page: ArchivePage; title: string; way: readonly NamedLink[]; language: Language }

/** Every month of a list that holds stories. */
export function ArchiveView({ page, title, way, language }: Props) {
  const t = useTranslations('list')
  const today = useTranslations('onThisDay')
  const read = useTranslations('mostRead')
  return (
    <div data-accent={page.list.accent}>
      <ArchiveHead title={title} way={way} />
      <div className={`wrap ${styles.calendarPage}`}>
        {page.months.length === 0 ? (
          <p>{t('empty')}</p>
        ) : (
          <Months months={page.months} language={language} />
        )}
        {page.list.of.kind === 'latest' && (
          <p>
            <a className={styles.further} href={pathOf({ kind: 'on-this-day', language })}>
              {today('title')}
            </a>
            {' · '}
            <a className={styles.further} href={pathOf({ kind: 'most-read', language })}>
              {read('title')}
            </a>
          </p>
        )}
      </div>
    </div>
  )
}
