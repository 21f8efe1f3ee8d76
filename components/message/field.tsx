import type { ReactNode } from 'react'
import type { MessageErrors, MessageField } from '../../lib/message/form.ts'
import { useErrorText } from './error-text.ts'
import styles from './message.module.css'

type Props = {
  field: MessageField
  label: string
  hint?: string
  errors: MessageErrors
  children: ReactNode
}

/** Label, hint, what is wrong, and the control itself. */
export function Field({ field, label, hint, errors, children }: Props) {
  const errorText = useErrorText()
  const error = errors[field]
  return (
    <div className={error ? styles.wrong : undefined}>
      <label htmlFor={field}>{label}</label>
      {hint && (
        <p id={`${field}-hint`} className="meta">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${field}-error`} className={styles.error}>
          {errorText(field, error)}
        </p>
      )}
      {children}
    </div>
  )
}

/** What ties a control to its label, hint and error (WAI-ARIA 1.2). */
export function fieldAttributes(field: MessageField, errors: MessageErrors, hinted = false) {
  const wrong = errors[field] !== undefined
  const described = [hinted && `${field}-hint`, wrong && `${field}-error`].filter(Boolean).join(' ')
  return {
    id: field,
    name: field,
    'aria-invalid': wrong || undefined,
    'aria-describedby': described || undefined,
  }
}
