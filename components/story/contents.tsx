import { useTranslations } from '../../i18n/words.tsx'
import type { BodyPart, Inline } from '../../lib/reading/types.ts'
import styles from './contents.module.css'

/** Fewer parts than this need no list. */
const fewest = 3

/** What an explainer explains, part by part, in front of its text. */
export function Contents({ parts }: { parts: readonly BodyPart[] }) {
  const t = useTranslations('story')
  const headings = parts.flatMap((part) =>
    part.kind === 'heading' && part.level === 2 ? [part] : [],
  )
  if (headings.length < fewest) return null
  return (
    <nav className={styles.contents} aria-labelledby="contents">
      <h2 id="contents">{t('contents')}</h2>
      <ol>
        {headings.map(({ id, children }) => (
          <li key={id}>
            <a href={`#${id}`}>{children.map(wordsOf).join('')}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** The words alone: a link in a heading cannot stand within the link to it. */
function wordsOf(part: Inline): string {
  switch (part.kind) {
    case 'text':
      return part.text
    case 'link':
      return part.children.map(wordsOf).join('')
    case 'break':
      return ' '
  }
}
