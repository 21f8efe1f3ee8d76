import { useTranslations } from '../../../i18n/words.tsx'
import type { StoryCard } from '../../../lib/reading/types.ts'
import { HeadlineText } from '../../headline-text.tsx'
import { PortalPicture } from '../../picture/portal-picture.tsx'
import styles from './view.module.css'

/** A way out of the story, to one that goes deeper. */
export function RelatedStory({ story }: { story: StoryCard }) {
  const t = useTranslations('relatedStory')
  return (
    <a className={styles.related} href={story.href}>
      {story.picture && (
        <PortalPicture picture={story.picture} shape="square" sizes="5.5rem" decorative />
      )}
      <span>
        <small>{t('readAlso')}</small>{' '}
        <strong>
          <HeadlineText>{story.headline}</HeadlineText>
        </strong>
      </span>
    </a>
  )
}
