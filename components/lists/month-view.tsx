import { useTranslations } from 'next-intl'
import { formatMonth } from '../../lib/dates.ts'
import type { Language } from '../../lib/languages.ts'
import type { ListPage } from '../../lib/reading/types.ts'
import styles from './lists.module.css'
import { Months } from './months.tsx'
import { Stories } from './stories.tsx'

/** A month that holds stories, as in `ListPage.months`. */
export type MonthLink = { month: string; href: string }

type Props = {
  page: ListPage
  /** `2023-11` */
  month: string
  /** The nearest earlier and later month that hold stories. */
  previous: MonthLink | null
  next: MonthLink | null
  language: Language
}

/** The stories of a section in one month, and the way to the months around it. */
export function MonthView({ page, month, previous, next, language }: Props) {
  const t = useTranslations('month')
  return (
    <div data-accent={page.accent}>
      <header className={styles.head}>
        <div className="wrap">
          <div>
            <p className="kicker">{page.name}</p>
            <h1>{formatMonth(language, month)}</h1>
          </div>
        </div>
      </header>
      <div className={`wrap ${styles.page}`}>
        <Stories stories={page.stories} under={page.name} />
        <nav className={styles.around} aria-label={t('around')}>
          {previous && (
            <a href={previous.href} rel="prev">
              <small>{t('previous')}</small> {formatMonth(language, previous.month)}
            </a>
          )}
          {next && (
            <a href={next.href} rel="next">
              <small>{t('next')}</small> {formatMonth(language, next.month)}
            </a>
          )}
        </nav>
        {page.months.length > 0 && <Months months={page.months} language={language} />}
      </div>
    </div>
  )
}
