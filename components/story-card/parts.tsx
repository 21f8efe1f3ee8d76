import { Fragment } from 'react'
import { useTranslations } from '../../i18n/words.tsx'
import { factsOf } from '../../lib/languages.ts'
import type { StoryCard } from '../../lib/reading/types.ts'
import { unreachable } from '../../lib/urls.ts'
import { HeadlineText } from '../headline-text.tsx'
import { Day } from '../time/moment.tsx'

/** `2` below the page's title, `3` below the title of a strip. */
export type HeadingLevel = 2 | 3

export type CardProps = {
  story: StoryCard
  level: HeadingLevel
  /** The title that the card stands under: its kicker need not say it again. */
  under?: string
}

export function Kicker({ story, under }: { story: StoryCard; under?: string }) {
  const text = story.kicker ?? story.section.name
  return text === under ? null : <p className="kicker">{text}</p>
}

/** The card's only link; CSS stretches it over the whole card. */
export function Headline({ story, level }: { story: StoryCard; level: HeadingLevel }) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <Heading>
      <a href={story.href}>
        <HeadlineText>{story.headline}</HeadlineText>
      </a>
    </Heading>
  )
}

/** How it is told, where that is not in plain text. */
function Told({ story }: { story: StoryCard }) {
  const name = useFormatName(story)
  return name && ` · ${name}`
}

function useFormatName({ format, hasGallery, isGoingOn }: StoryCard): string | null {
  const t = useTranslations('card')
  switch (format) {
    case 'story':
      return hasGallery ? t('inPictures') : null
    case 'photo-essay':
      return t('photoEssay')
    case 'video':
      return t('video')
    case 'live':
      return isGoingOn ? t('live') : t('asItHappened')
    case 'explainer':
      return t('explainer')
    case 'interview':
      return t('interview')
    default:
      return unreachable(format)
  }
}

/** Day (where lists are by time), reading time, how it is told, other editions. */
export function Meta({ story, dated }: { story: StoryCard; dated?: boolean }) {
  const t = useTranslations('card')
  return (
    <p className="meta">
      {dated && (
        <>
          <Day iso={story.publishedAt} />
          {' · '}
        </>
      )}
      {t('minutes', { minutes: story.minutes })}
      <Told story={story} />
      {story.alsoIn.map((language) => (
        <Fragment key={language}>
          {' · '}
          {t.rich('alsoIn', {
            name: factsOf(language).name,
            edition: (name) => <span lang={factsOf(language).tag}>{name}</span>,
          })}
        </Fragment>
      ))}
    </p>
  )
}
