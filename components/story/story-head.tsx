import { useTranslations } from '../../i18n/words.tsx'
import type { Language } from '../../lib/languages.ts'
import type { LiveState } from '../../lib/live/live.ts'
import type { Site, StoryPage } from '../../lib/reading/types.ts'
import { pathOf } from '../../lib/urls.ts'
import { HeadlineText } from '../headline-text.tsx'
import { LiveBadge } from '../live/live-badge.tsx'
import { Moment } from '../time/moment.tsx'
import { Bylines } from './bylines.tsx'
import { EditionLinks } from './other-editions.tsx'
import styles from './story-view.module.css'

type Props = { story: StoryPage; site: Site; language: Language; live: LiveState | null }

/** Where the story belongs, what it tells, who made it and when. */
export function StoryHead({ story, site, language, live }: Props) {
  const t = useTranslations('story')
  const { series } = story
  return (
    <header>
      <nav className={styles.crumbs} aria-label={t('breadcrumb')}>
        <ol>
          <li>
            <a href={pathOf({ kind: 'front', language })}>{site.name}</a>
          </li>
          <li>
            <a href={story.section.href}>{story.section.name}</a>
          </li>
          {series && (
            <li>
              <a href={series.href}>{series.name}</a>
            </li>
          )}
        </ol>
      </nav>
      {(live || story.kicker) && (
        <p className="kicker">
          {live && <LiveBadge state={live} />} {story.kicker}
        </p>
      )}
      <h1>
        <HeadlineText>{story.headline}</HeadlineText>
      </h1>
      <p className="standfirst">{story.standfirst}</p>
      <div className={styles.facts}>
        <Bylines bylines={story.bylines} />
        <p className="meta">
          {t.rich('published', { moment: () => <Moment iso={story.publishedAt} /> })}
          {story.updatedAt && (
            <span>
              {t.rich('updated', { moment: () => <Moment iso={story.updatedAt ?? ''} /> })}
            </span>
          )}
          <span>{t('minutes', { minutes: story.minutes })}</span>
        </p>
        <EditionLinks counterparts={story.counterparts} />
      </div>
    </header>
  )
}
