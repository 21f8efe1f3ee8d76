import { useTranslations } from '../../i18n/words.tsx'
import { policyPages } from '../../lib/consent/policy-pages.ts'
import type { Site } from '../../lib/reading/types.ts'
import { Day } from '../time/moment.tsx'
import styles from './consent-notice.module.css'

/** What it is about, in a few sentences, and where to read or ask more. */
export function NoticeText({ site }: { site: Site }) {
  const t = useTranslations('consent')
  const { policyRevision, inquiries } = site
  const policies = site.pages.filter(({ slug }) => policyPages.includes(slug))
  return (
    <div className={styles.text}>
      <h2 id="consent-title">{t('title')}</h2>
      <p>{t('about')}</p>
      <p>{t('change')}</p>
      <p className={styles.links}>
        {policyRevision && (
          <span>{t.rich('revised', { day: () => <Day iso={policyRevision} /> })}</span>
        )}
        {policies.map(({ slug, href, name }) => (
          <a key={slug} href={href}>
            {name}
          </a>
        ))}
        {inquiries && <a href={`mailto:${inquiries}`}>{t('inquiries', { address: inquiries })}</a>}
      </p>
      <p className={styles.signal} data-consent-signal="">
        {t('signal')}
      </p>
    </div>
  )
}
