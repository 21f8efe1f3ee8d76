import { useTranslations } from 'next-intl'
import { formatMonth } from '../../lib/dates.ts'
import type { Language } from '../../lib/languages.ts'
import type { ListPage } from '../../lib/reading/types.ts'
import styles from './lists.module.css'

type Props = { months: ListPage['months']; language: Language }

/** The way to older stories, month by month. */
export function Months({ months, language }: Props) {
  const t = useTranslations('list')
  return (
    <nav className={styles.months} aria-labelledby="older">
      <h2 id="older">{t('older')}</h2>
      <ul>
        {months.map(({ month, href, count }) => (
          <li key={month}>
            <a href={href}>
              {formatMonth(language, month)} <span>{t('count', { count })}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
