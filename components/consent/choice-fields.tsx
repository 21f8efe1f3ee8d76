import { useTranslations } from '../../i18n/words.tsx'
import type { Choices } from '../../lib/consent/cookie.ts'
import styles from './consent-notice.module.css'

/** One box for each thing that can be chosen; what is necessary is shown, and cannot be taken away. */
export function ChoiceFields() {
  const t = useTranslations('consent')
  return (
    <fieldset className={styles.choices}>
      <legend className="unseen">{t('choices')}</legend>
      <Box name="necessary" label={t('necessary')} hint={t('necessaryHint')} />
      <Box name="statistics" label={t('statistics')} hint={t('statisticsHint')} />
      <Box name="media" label={t('media')} hint={t('mediaHint')} />
    </fieldset>
  )
}

type BoxProps = { name: keyof Choices | 'necessary'; label: string; hint: string }

function Box({ name, label, hint }: BoxProps) {
  const fixed = name === 'necessary' && { defaultChecked: true, disabled: true }
  return (
    <div className={styles.choice}>
      <label>
        <input type="checkbox" name={name} aria-describedby={`consent-${name}`} {...fixed} />
        {label}
      </label>
      <p id={`consent-${name}`}>{hint}</p>
    </div>
  )
}
