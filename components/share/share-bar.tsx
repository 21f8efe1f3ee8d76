import { useTranslations } from '../../i18n/words.tsx'
import type { Language } from '../../lib/languages.ts'
import { firstServicesFor, type Shared } from '../../lib/share/services.ts'
import { ServiceItem } from './service-item.tsx'
import styles from './share.module.css'
import { Labelled, ShareTools, Tool } from './share-tools.tsx'

type Props = { shared: Shared; language: Language }

/** One row at the head of a story: what readers use most, and the way to the rest at its end. */
export function ShareBar({ shared, language }: Props) {
  const t = useTranslations('share')
  return (
    <ShareTools shared={shared} className={styles.bar}>
      <ul aria-label={t('title')}>
        <Tool does="sheet" name={t('sheet')} named />
        {firstServicesFor(language).map((service) => (
          <ServiceItem key={service} service={service} shared={shared} />
        ))}
        <Tool does="copy" name={t('copy')} />
        <li>
          <a href="#share" title={t('more')}>
            <Labelled icon="more" name={t('more')} named={false} />
          </a>
        </li>
      </ul>
    </ShareTools>
  )
}
