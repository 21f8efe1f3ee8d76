'use client'

import { useTranslations } from '../../i18n/words.tsx'
import type { LiveCoverage } from '../../lib/live/live.ts'
import type { StoryPage } from '../../lib/reading/types.ts'
import { HeadlineText } from '../headline-text.tsx'
import storyStyles from '../story/story-view.module.css'
import { EntryView } from './entry-view.tsx'
import { LiveBadge } from './live-badge.tsx'

type Props = { story: StoryPage; live: LiveCoverage }

/** An entry at its own address, and the ones before it. */
export function EntryPageView({ story, live }: Props) {
  const t = useTranslations('live')
  return (
    <article className={`${storyStyles.story} live-of-entry`}>
      <header>
        <p className="kicker">
          <LiveBadge state={live.state} />
        </p>
        <h1>
          <a href={story.href}>
            <HeadlineText>{story.headline}</HeadlineText>
          </a>
        </h1>
        <p className="live-all">
          <a href={`${story.href}#updates`}>{t('all')}</a>
        </p>
        {live.state === 'replay' && <p className="meta">{t('replayed')}</p>}
      </header>
      <ol className="live-entries">
        {live.entries.map((entry) => (
          <li key={entry.id}>
            <EntryView entry={entry} level={2} />
          </li>
        ))}
      </ol>
      {live.older && (
        <p className="live-older">
          <a href={live.older} rel="next">
            {t('older')}
          </a>
        </p>
      )}
    </article>
  )
}
