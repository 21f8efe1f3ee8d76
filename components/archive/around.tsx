import { useTranslations } from '../../i18n/words.tsx'
import styles from '../lists/lists.module.css'

type Link = { href: string; name: string }
type Props = { label: string; previous: Link | null; next: Link | null }

/** The nearest earlier and later month or day that hold stories. */
export function Around({ label, previous, next }: Props) {
  const t = useTranslations('archive')
  return (
    <nav className={styles.around} aria-label={label}>
      {previous && (
        <a href={previous.href} rel="prev">
          <small>{t('previous')}</small> {previous.name}
        </a>
      )}
      {next && (
        <a href={next.href} rel="next">
          <small>{t('next')}</small> {next.name}
        </a>
      )}
    </nav>
  )
}
