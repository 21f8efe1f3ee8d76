'use client'

import { useTranslations } from '../../i18n/words.tsx'
import type { Language } from '../../lib/languages.ts'
import {
  honeypotField,
  type MessageErrors,
  type MessageValues,
  messageLimits,
} from '../../lib/message/form.ts'
import { pathOf } from '../../lib/urls.ts'
import { HeadlineText } from '../headline-text.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Field, fieldAttributes } from './field.tsx'
import { KindField } from './kind-field.tsx'
import styles from './message.module.css'

type Props = {
  language: Language
  values: MessageValues
  errors: MessageErrors
  /** The reader has sent as many messages as one address may for now. */
  limited?: boolean
}

/** Checked on the server, so that what is wrong is said in the page's language, with or without script. */
export function MessageForm({ language, values, errors, limited }: Props) {
  const t = useTranslations('message')
  const attributes = (field: keyof MessageValues) => fieldAttributes(field, errors)
  return (
    <div className={styles.page}>
      <header>
        <h1>
          <HeadlineText>{t('title')}</HeadlineText>
        </h1>
        <p className="standfirst">{t('intro')}</p>
      </header>
      {limited && (
        <p className={styles.alert} role="alert">
          {t('limited')}
        </p>
      )}
      <ErrorSummary errors={errors} />
      <form method="post" action={pathOf({ kind: 'message-send', language })} noValidate>
        <KindField value={values.kind} error={errors.kind} />
        <Field field="text" label={t('text')} errors={errors}>
          <textarea {...attributes('text')} defaultValue={values.text} rows={9} required />
        </Field>
        <Field field="story" label={t('story')} hint={t('storyHint')} errors={errors}>
          <input
            {...fieldAttributes('story', errors, true)}
            type="text"
            inputMode="url"
            defaultValue={values.story}
          />
        </Field>
        <Field field="name" label={t('name')} errors={errors}>
          <input
            {...attributes('name')}
            type="text"
            autoComplete="name"
            defaultValue={values.name}
            required
          />
        </Field>
        <Field field="email" label={t('email')} hint={t('emailHint')} errors={errors}>
          <input
            {...fieldAttributes('email', errors, true)}
            type="email"
            autoComplete="email"
            defaultValue={values.email}
            required
          />
        </Field>
        <div className={styles.trap}>
          <label htmlFor={honeypotField}>{t('trap')}</label>
          <input
            id={honeypotField}
            name={honeypotField}
            type="text"
            tabIndex={-1}
            autoComplete="off"
          />
        </div>
        <button type="submit">{t('send')}</button>
        <p className="meta">{t('limit', { characters: messageLimits.text })}</p>
      </form>
    </div>
  )
}
