import { useTranslations } from '../../i18n/words.tsx'
import { sequence } from '../sequence.ts'
import styles from './recording.module.css'

/** What is said and shown, for those who cannot hear or see it, or would rather read. */
export function Transcript({ paragraphs }: { paragraphs: readonly string[] }) {
  const t = useTranslations('recording')
  if (paragraphs.length === 0) return null
  return (
    <details className={styles.transcript}>
      <summary>{t('transcript')}</summary>
      {sequence(paragraphs.map(paragraph))}
    </details>
  )
}

const paragraph = (words: string) => <p>{words}</p>
