import type { DetailedHTMLProps, HTMLAttributes, ReactNode } from 'react'
import { useTranslations } from '../../i18n/words.tsx'
import { Icon, type IconName } from './icon.tsx'
import styles from './share.module.css'

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      /** `enhance/share.ts` */
      'share-tools': DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> & {
        address: string
        label: string
        copied: string
        'not-copied': string
      }
    }
  }
}

type Props = {
  shared: { url: string; title: string }
  className: string | undefined
  children: ReactNode
}

/** Around links and buttons for sharing: what the buttons act on, and where they say what they did. */
export function ShareTools({ shared, className, children }: Props) {
  const t = useTranslations('share')
  return (
    <share-tools
      className={className}
      address={shared.url}
      label={shared.title}
      copied={t('copied')}
      not-copied={t('notCopied')}
    >
      {children}
      <p className={styles.status} role="status" />
    </share-tools>
  )
}

type ToolProps = {
  does: 'sheet' | 'copy' | 'print'
  name: string
  /** The name is shown beside the sign. */
  named?: boolean
}

/** A button that needs script, and is not there without. */
export function Tool({ does, name, named }: ToolProps) {
  return (
    <li className={does === 'sheet' ? styles.sheet : styles.scripted}>
      <button type="button" value={does} title={named ? undefined : name}>
        <Labelled icon={does} name={name} named={named} />
      </button>
    </li>
  )
}

export function Labelled({
  icon,
  name,
  named,
}: {
  icon: IconName
  name: string
  named: boolean | undefined
}) {
  return (
    <>
      <Icon name={icon} />
      <span className={named ? undefined : 'unseen'}>{name}</span>
    </>
  )
}
