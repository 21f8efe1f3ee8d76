import { useTranslations } from '../../i18n/words.tsx'
import { Day } from '../time/moment.tsx'
import styles from './printed-address.module.css'
import { SameQr } from './qr.tsx'

type Props = { url: string; site: string; publishedAt: string }

/** On paper only: where the story comes from, in words and as a code. */
export function PrintedAddress({ url, site, publishedAt }: Props) {
  const t = useTranslations('share')
  return (
    <div className={styles.address}>
      <SameQr className={undefined} />
      <p>
        <strong>{site}</strong>
        <span>
          <Day iso={publishedAt} />
        </span>
        <span>{t('address')}</span>
        <span className={styles.url}>{url}</span>
      </p>
    </div>
  )
}
