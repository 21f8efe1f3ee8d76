import { useTranslations } from '../../i18n/words.tsx'
import { type MessageErrors, messageFields } from '../../lib/message/form.ts'
import { useErrorText } from './error-text.ts'
import styles from './message.module.css'

/** All that is wrong, above the form, each with a link to its field. */
export function ErrorSummary({ errors }: { errors: MessageErrors }) {
  const t = useTranslations('messageErrors')
  const errorText = useErrorText()
  const wrong = messageFields.flatMap((field) => {
    const error = errors[field]
    return error ? [{ field, text: errorText(field, error) }] : []
  })
  if (wrong.length === 0) return null
  return (
    <div className={styles.alert} role="alert">
      <h2>{t('summary', { count: wrong.length })}</h2>
      <ul>
        {wrong.map(({ field, text }) => (
          <li key={field}>
            <a href={`#${field}`}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
