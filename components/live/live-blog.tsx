import { useTranslations } from '../../i18n/words.tsx'
import type { LiveCoverage } from '../../lib/live/live.ts'
import { Moment } from '../time/moment.tsx'
import { EntryView } from './entry-view.tsx'
import { KeyPoints } from './key-points.tsx'
import { LiveBadge } from './live-badge.tsx'
import { LiveNewsButton } from './live-news-button.tsx'

type Props = {
  live: LiveCoverage
  /** Path of the story. */
  path: string
}

/**
 * The entries of a live story, newest first, below what matters of them. While it goes on, the page asks
 * for more (`enhance/live-blog.ts`); without script a link loads it anew.
 */
export function LiveBlog({ live, path }: Props) {
  const t = useTranslations('live')
  const { state, endedAt, latestAt, entries, pinned, keyPoints, older } = live
  const here = new Set([...entries, ...(pinned ? [pinned] : [])].map(({ id }) => id))
  const isRunning = state === 'running'
  return (
    <section className="live" aria-labelledby="updates">
      {isRunning && <LiveNewsButton path={path} />}
      <header className="live-head" data-part="head">
        <h2 id="updates" className="live-title">
          {t('updates')}
        </h2>
        <LiveBadge state={state} />
        <p className="meta">
          {isRunning && latestAt && t.rich('latest', { moment: () => <Moment iso={latestAt} /> })}
          {state === 'ended' &&
            endedAt &&
            t.rich('ended', { moment: () => <Moment iso={endedAt} /> })}
          {state === 'replay' && t('replayed')}
        </p>
        {isRunning && (
          <a className="live-reload" href={path} data-part="reload">
            {t('reload')}
          </a>
        )}
      </header>
      <KeyPoints lines={keyPoints} here={here} />
      <div data-part="pinned">
        {pinned && (
          <div className="live-pinned">
            <EntryView entry={pinned} level={3} isPinned />
          </div>
        )}
      </div>
      <ol className="live-entries" data-part="entries">
        {entries.map((entry) => (
          <li key={entry.id}>
            <EntryView entry={entry} level={3} />
          </li>
        ))}
      </ol>
      {here.size === 0 && <p className="live-none">{t('none')}</p>}
      {older && (
        <p className="live-older">
          <a href={older} rel="next">
            {t('older')}
          </a>
        </p>
      )}
    </section>
  )
}
