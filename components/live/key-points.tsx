import { useLocale, useTranslations } from '../../i18n/words.tsx'
import { dayOf, formatDayOfMonth, formatTime, isoInNewsroomZone } from '../../lib/dates.ts'
import { anchorOf, type LiveLine } from '../../lib/live/live.ts'

type Props = {
  lines: readonly LiveLine[]
  /** Numbers of the entries that stand on the same page. */
  here: ReadonlySet<number>
}

/** What somebody has to know who comes late, newest first. */
export function KeyPoints({ lines, here }: Props) {
  const t = useTranslations('live')
  const language = useLocale()
  // Hours say little where there are several days.
  const dated = new Set(lines.map(({ at }) => dayOf(at))).size > 1
  return (
    <div data-part="points">
      {lines.length > 0 && (
        <section className="live-points" aria-labelledby="key-points">
          <h3 id="key-points">{t('keyPoints')}</h3>
          <ul>
            {lines.map((line) => (
              <li key={line.id} className="live-point">
                <a href={here.has(line.id) ? `#${anchorOf(line)}` : line.href}>
                  <time dateTime={isoInNewsroomZone(line.at)}>
                    {formatTime(language, line.at)}
                    {dated && <small>{formatDayOfMonth(language, dayOf(line.at))}</small>}
                  </time>
                  <span>{line.headline}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
