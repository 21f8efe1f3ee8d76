'use client'

import { useTranslations } from '../../i18n/words.tsx'
import type { Drawing } from '../../lib/drawings/spec.ts'
import type { Language } from '../../lib/languages.ts'
import type { LiveCoverage } from '../../lib/live/live.ts'
import type { Site, StoryPage } from '../../lib/reading/types.ts'
import type { Shared } from '../../lib/share/services.ts'
import { PictureBlock } from '../blocks/picture/view.tsx'
import { LiveBlog } from '../live/live-blog.tsx'
import { PhotoEssay } from '../photo-essay/photo-essay.tsx'
import { Film } from '../recording/film.tsx'
import { Listen } from '../recording/listen.tsx'
import { PrintedAddress } from '../share/printed-address.tsx'
import { ShareBar } from '../share/share-bar.tsx'
import { SharePanel } from '../share/share-panel.tsx'
import bodyStyles from './body.module.css'
import { Body } from './body.tsx'
import { Contents } from './contents.tsx'
import { Corrections } from './corrections.tsx'
import { OtherEditions } from './other-editions.tsx'
import { ReadOn } from './read-on.tsx'
import { StoryHead } from './story-head.tsx'
import styles from './story-view.module.css'

type Props = {
  story: StoryPage
  site: Site
  language: Language
  shared: Shared
  poster: Drawing
  /** Of a live story. */
  live: LiveCoverage | null
}

/** A story, from breadcrumb to what to read next. */
export function StoryView({ story, site, language, shared, poster, live }: Props) {
  const t = useTranslations('story')
  const essay = story.format === 'photo-essay'
  return (
    <>
      <article className={essay ? `${styles.story} essay` : styles.story}>
        <StoryHead story={story} site={site} language={language} live={live?.state ?? null} />
        <ShareBar shared={shared} language={language} />
        {story.audio && <Listen audio={story.audio} />}
        <Told story={story} />
        {live && <LiveBlog live={live} path={story.href} />}
        <Corrections corrections={story.corrections} />
        <PrintedAddress url={shared.url} site={site.name} publishedAt={story.publishedAt} />
        <footer>
          <SharePanel shared={shared} poster={poster} language={language} />
          {story.topics.length > 0 && (
            <nav className={styles.topics} aria-label={t('topics')}>
              <ul>
                {story.topics.map((topic) => (
                  <li key={topic.href}>
                    <a href={topic.href}>{topic.name}</a>
                  </li>
                ))}
              </ul>
            </nav>
          )}
          <OtherEditions counterparts={story.counterparts} />
        </footer>
      </article>
      <ReadOn story={story} />
    </>
  )
}

/** Pictures and text, as the story's format sets them. */
function Told({ story }: { story: StoryPage }) {
  const t = useTranslations('story')
  const { picture, film, body, format, dateline } = story
  const opening = dateline && (
    <span className={styles.dateline}>{t('dateline', { place: dateline })}</span>
  )
  if (format === 'photo-essay') return <PhotoEssay lead={picture} parts={body} opening={opening} />
  return (
    <>
      {film ? (
        <Film film={film} picture={picture} />
      ) : (
        picture && <PictureBlock picture={picture} wide priority />
      )}
      {format === 'explainer' && <Contents parts={body} />}
      <div className={bodyStyles.body}>
        <Body parts={body} opening={opening} />
      </div>
    </>
  )
}
