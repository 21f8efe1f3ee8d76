import { useLocale, useTranslations } from '../../i18n/words.tsx'
import { formatTime, isoInNewsroomZone } from '../../lib/dates.ts'
import { anchorOf, type LiveEntry } from '../../lib/live/live.ts'
import { HeadlineText } from '../headline-text.tsx'
import bodyStyles from '../story/body.module.css'
import { Body } from '../story/body.tsx'
import { Day } from '../time/moment.tsx'

type Props = {
  entry: LiveEntry
  level: 2 | 3
  isPinned?: boolean
}

/** One entry. Its time leads to its own address; script knows it by number and revision. */
export function EntryView({ entry, level, isPinned = false }: Props) {
  const t = useTranslations('live')
  const language = useLocale()
  const Heading = `h${level}` as const
  const { id, href, at, headline, body, revision } = entry
  return (
    <article
      id={anchorOf(entry)}
      className="live-entry"
      data-entry={id}
      data-revision={revision}
      aria-labelledby={`${anchorOf(entry)}-head`}
    >
      <p className="live-when">
        {isPinned && <b>{t('pinned')}</b>}
        <a href={href} title={t('entryLink')}>
          <time dateTime={isoInNewsroomZone(at)}>{formatTime(language, at)}</time>
          <span className="live-day">
            <Day iso={at} />
          </span>
        </a>
      </p>
      <div>
        <Heading id={`${anchorOf(entry)}-head`} className="live-headline">
          <HeadlineText>{headline}</HeadlineText>
        </Heading>
        {body.length > 0 && (
          <div className={`${bodyStyles.body} live-text`}>
            <Body parts={body} />
          </div>
        )}
      </div>
    </article>
  )
}
