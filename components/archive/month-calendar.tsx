import { useTranslations } from '../../i18n/words.tsx'
import { weeksOf } from '../../lib/archive/calendar.ts'
import { formatDayOfMonth, formatMonth, namesOfWeekdays } from '../../lib/dates.ts'
import type { Language } from '../../lib/languages.ts'
import type { MonthPage } from '../../lib/reading/archive/types.ts'
import { sequence } from '../sequence.ts'
import styles from './month-calendar.module.css'

type Props = Pick<MonthPage, 'month' | 'days'> & { language: Language }

/** A month in weeks; each day that holds stories leads to them. */
export function MonthCalendar({ month, days, language }: Props) {
  const t = useTranslations('archive')
  const weekdays = namesOfWeekdays(language)
  const byDay = new Map(days.map((entry) => [entry.day, entry]))
  const cellOf = (day: string | null) => {
    const entry = day === null ? undefined : byDay.get(day)
    const number = day === null ? null : Number(day.slice(8))
    if (!entry || day === null) return <td>{number}</td>
    const name = t('day', { day: formatDayOfMonth(language, day), count: entry.count })
    return (
      <td>
        <a href={entry.href} aria-label={name}>
          {number}
        </a>
      </td>
    )
  }
  return (
    <table className={styles.calendar}>
      <caption className="unseen">{formatMonth(language, month)}</caption>
      <thead>
        <tr>
          {weekdays.map(({ short, long }) => (
            <th key={long} scope="col" abbr={long}>
              {short}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr key={week.find(Boolean)}>{sequence(week.map(cellOf))}</tr>
        ))}
      </tbody>
    </table>
  )
}
