import { useTranslations } from '../../i18n/words.tsx'
import type { Correction } from '../../lib/reading/types.ts'
import { Day } from '../time/moment.tsx'
import styles from './story-view.module.css'

/** What was wrong in the story and is put right, newest first; a reader must not have to look for it. */
export function Corrections({ corrections }: { corrections: readonly Correction[] }) {
  const t = useTranslations('corrections')
  if (corrections.length === 0) return null
  return (
    <aside className={styles.corrections} aria-labelledby="corrections">
      <h2 id="corrections">{t('title')}</h2>
      <dl>
        {corrections.map(({ at, text }) => (
          <div key={at + text}>
            <dt>
              <Day iso={at} />
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </aside>
  )
}
