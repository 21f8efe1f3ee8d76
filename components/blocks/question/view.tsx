import { useTranslations } from '../../../i18n/words.tsx'
import { HeadlineText } from '../../headline-text.tsx'
import styles from './view.module.css'

/** What an interviewer asks: a heading, so that readers can go from question to question. */
export function Question({ id, text }: { id: string; text: string }) {
  const t = useTranslations('interview')
  return (
    <h2 id={id} className={styles.question}>
      <span className={styles.mark}>{t('question')}</span>
      <span>
        <HeadlineText>{text}</HeadlineText>
      </span>
    </h2>
  )
}
