import { useLocale, useTranslations } from '../../i18n/words.tsx'
import { formatDate, formatDateTime, isoInNewsroomZone } from '../../lib/dates.ts'

/** A time of the newsroom, with its zone in words and in the markup (HTML, 4.5.14). */
export function Moment({ iso }: { iso: string }) {
  const t = useTranslations('time')
  const time = formatDateTime(useLocale(), iso, '')
  return <time dateTime={isoInNewsroomZone(iso)}>{t('withZone', { time })}</time>
}

/** The day alone. */
export function Day({ iso }: { iso: string }) {
  return <time dateTime={isoInNewsroomZone(iso)}>{formatDate(useLocale(), iso)}</time>
}
