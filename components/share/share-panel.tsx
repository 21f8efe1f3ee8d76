import { useTranslations } from '../../i18n/words.tsx'
import type { Drawing } from '../../lib/drawings/spec.ts'
import type { Language } from '../../lib/languages.ts'
import { type Shared, servicesFor } from '../../lib/share/services.ts'
import { PosterItem } from './poster-item.tsx'
import { ServiceItem } from './service-item.tsx'
import styles from './share.module.css'
import { ShareTools, Tool } from './share-tools.tsx'

type Props = { shared: Shared; poster: Drawing; language: Language }

/** At a story's end: every way to hand it on. */
export function SharePanel({ shared, poster, language }: Props) {
  const t = useTranslations('share')
  return (
    <section id="share" className={styles.panel} aria-labelledby="share-title">
      <h2 id="share-title">{t('title')}</h2>
      <ShareTools shared={shared} className={undefined}>
        <ul>
          <Tool does="sheet" name={t('sheet')} named />
          {servicesFor(language).map((service) => (
            <ServiceItem key={service} service={service} shared={shared} named />
          ))}
          <Tool does="copy" name={t('copy')} named />
          <PosterItem poster={poster} url={shared.url} />
          <Tool does="print" name={t('print')} named />
        </ul>
      </ShareTools>
    </section>
  )
}
