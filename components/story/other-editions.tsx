import { useTranslations } from '../../i18n/words.tsx'
import { factsOf } from '../../lib/languages.ts'
import type { StoryPage } from '../../lib/reading/types.ts'
import styles from './story-view.module.css'

type Props = Pick<StoryPage, 'counterparts'>

/** Below the byline: the same story in the other languages. */
export function EditionLinks({ counterparts }: Props) {
  const t = useTranslations('story')
  return counterparts.map(({ language, href }) => {
    const { tag, name } = factsOf(language)
    return (
      <a key={language} className={styles.edition} href={href} hrefLang={tag}>
        {t.rich('readIn', { name, edition: (chunks) => <span lang={tag}>{chunks}</span> })}
      </a>
    )
  })
}

/** At the end: with its headline there, for those who read both. */
export function OtherEditions({ counterparts }: Props) {
  const t = useTranslations('story')
  return counterparts.map(({ language, href, headline }) => {
    const { tag, name } = factsOf(language)
    return (
      <a key={language} className={styles.counterpart} href={href} hrefLang={tag}>
        <small>
          {t.rich('readIn', { name, edition: (chunks) => <span lang={tag}>{chunks}</span> })}
        </small>
        <strong lang={tag}>{headline}</strong>
      </a>
    )
  })
}
