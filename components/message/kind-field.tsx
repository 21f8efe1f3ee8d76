import { useTranslations } from '../../i18n/words.tsx'
import { type MessageError, type MessageKind, messageKinds } from '../../lib/message/form.ts'
import { unreachable } from '../../lib/urls.ts'
import { useErrorText } from './error-text.ts'
import styles from './message.module.css'

/** What the message is: one of four. */
export function KindField({ value, error }: { value: string; error?: MessageError }) {
  const t = useTranslations('message')
  const errorText = useErrorText()
  return (
    <fieldset
      id="kind"
      tabIndex={-1}
      className={error ? styles.wrong : undefined}
      aria-describedby={error && 'kind-error'}
    >
      <legend>{t('kind')}</legend>
      {error && (
        <p id="kind-error" className={styles.error}>
          {errorText('kind', error)}
        </p>
      )}
      {messageKinds.map((kind) => (
        <Choice key={kind} kind={kind} chosen={kind === value} />
      ))}
    </fieldset>
  )
}

function Choice({ kind, chosen }: { kind: MessageKind; chosen: boolean }) {
  const id = `kind-${kind}`
  return (
    <label className={styles.choice}>
      <input type="radio" id={id} name="kind" value={kind} defaultChecked={chosen} required />
      {useKindName(kind)}
    </label>
  )
}

function useKindName(kind: MessageKind): string {
  const t = useTranslations('message')
  switch (kind) {
    case 'comment':
      return t('comment')
    case 'correction':
      return t('correction')
    case 'tip':
      return t('tip')
    case 'harmful':
      return t('harmful')
    default:
      return unreachable(kind)
  }
}
