import { useTranslations } from '../../i18n/words.tsx'
import type { ListPage } from '../../lib/reading/types.ts'
import { unreachable } from '../../lib/urls.ts'
import { HeadlineText } from '../headline-text.tsx'
import { PortalPicture } from '../picture/portal-picture.tsx'
import styles from './lists.module.css'

/** What the list is about; a series in a band of its own colour, an author with a portrait. */
export function ListHead({ page }: { page: ListPage }) {
  const t = useTranslations('list')
  const kind = useKindName(page.kind)
  return (
    <header className={page.kind === 'series' ? `band ${styles.band}` : styles.head}>
      <div className="wrap">
        {page.portrait && (
          <PortalPicture picture={page.portrait} shape="square" sizes="7rem" decorative />
        )}
        <div>
          {kind && <p className="kicker">{kind}</p>}
          <h1>
            <HeadlineText>{page.name}</HeadlineText>
          </h1>
          {page.position && <p className="meta">{page.position}</p>}
          {page.description && <p className="standfirst">{page.description}</p>}
        </div>
        <p className={styles.feeds}>
          <a href={page.feed}>{t('feed')}</a>
          <a href={page.jsonFeed}>{t('jsonFeed')}</a>
          <a href={page.archive}>{t('archive')}</a>
        </p>
      </div>
    </header>
  )
}

/** A section's name says what it is; the others say it above their name. */
function useKindName(kind: ListPage['kind']): string | null {
  const t = useTranslations('list')
  switch (kind) {
    case 'series':
      return t('series')
    case 'topic':
      return t('topic')
    case 'author':
      return t('author')
    case 'section':
    case 'latest':
      return null
    default:
      return unreachable(kind)
  }
}
