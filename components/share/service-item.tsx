import { useTranslations } from '../../i18n/words.tsx'
import { type Service, type Shared, shareAddress } from '../../lib/share/services.ts'
import { Qr, SameQr } from './qr.tsx'
import styles from './share.module.css'
import { Labelled } from './share-tools.tsx'

type Props = {
  service: Service
  shared: Shared
  /** With its name beside its sign. */
  named?: boolean
}

/** One service: a plain link to it, or for WeChat a code to scan. */
export function ServiceItem({ service, shared, named }: Props) {
  const t = useTranslations('share')
  const name = useServiceName(service)
  const label = <Labelled icon={service} name={name} named={named} />
  const title = named ? undefined : name
  if (service === 'wechat')
    return (
      <li>
        <details className={styles.wechat} data-popover="">
          <summary title={title}>{label}</summary>
          <div>
            {named ? (
              <Qr url={shared.url} className={styles.qr} />
            ) : (
              <SameQr className={styles.qr} />
            )}
            <p>{t('scan')}</p>
          </div>
        </details>
      </li>
    )
  const href = shareAddress(service, shared)
  if (service === 'email')
    return (
      <li>
        <a href={href} title={title}>
          {label}
        </a>
      </li>
    )
  return (
    <li>
      <a href={href} target="_blank" rel="external noopener noreferrer" title={title}>
        {label}
        <span className="unseen"> {t('newTab')}</span>
      </a>
    </li>
  )
}

function useServiceName(service: Service): string {
  const t = useTranslations('share')
  switch (service) {
    case 'wechat':
      return t('wechat')
    case 'weibo':
      return t('weibo')
    case 'qq':
      return t('qq')
    case 'x':
      return t('x')
    case 'facebook':
      return t('facebook')
    case 'linkedin':
      return t('linkedin')
    case 'whatsapp':
      return t('whatsapp')
    case 'telegram':
      return t('telegram')
    case 'line':
      return t('line')
    case 'email':
      return t('email')
    default:
      return service satisfies never
  }
}
