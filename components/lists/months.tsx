import { useTranslations } from '../../i18n/words.tsx'
import { grouped, yearOf } from '../../lib/archive/calendar.ts'
import { formatMonth, formatMonthOfYear, formatYear } from '../../lib/dates.ts'
import type { Language } from '../../lib/languages.ts'
import type { MonthLink } from '../../lib/reading/archive/types.ts'
import styles from './lists.module.css'

type Props = {
  /** Newest first. */
  months: readonly MonthLink[]
  language: Language
  /** Path of all the months, where these are only the last; without it, the page is about months. */
  archive?: string
}

/** The way to older stories: months, folded by year, the newest year open. */
export function Months({ months, language, archive }: Props) {
  const t = useTranslations('archive')
  return (
    <nav className={styles.months} aria-labelledby="older">
      <h2 id="older" className={archive === undefined ? 'unseen' : undefined}>
        {t('byMonth')}
      </h2>
      {grouped(months, ({ month }) => yearOf(month)).map(([year, ofYear], index) => (
        <details key={year} open={index === 0}>
          <summary>{formatYear(language, year)}</summary>
          <ul>
            {ofYear.map(({ month, href }) => (
              <li key={month}>
                <a href={href} aria-label={formatMonth(language, month)}>
                  {formatMonthOfYear(language, month)}
                </a>
              </li>
            ))}
          </ul>
        </details>
      ))}
      {archive && (
        <p>
          <a className={styles.further} href={archive}>
            {t('all')}
          </a>
        </p>
      )}
    </nav>
  )
}
