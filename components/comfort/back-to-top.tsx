import { useTranslations } from '../../i18n/words.tsx'
import styles from './back-to-top.module.css'

/** In the margin after some screens where there is a margin, else at the foot of the page. */
export function BackToTop() {
  const t = useTranslations('comfort')
  return (
    <div className={styles.track}>
      <a className={styles.link} href="#top">
        <span aria-hidden="true">↑</span> {t('toTop')}
      </a>
    </div>
  )
}
