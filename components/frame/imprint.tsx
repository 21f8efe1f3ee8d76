import { useTranslations } from '../../i18n/words.tsx'
import type { Site } from '../../lib/reading/types.ts'
import styles from './footer.module.css'

/** The ministry's register of sites, to which Chinese law has the number linked. */
const icpRegister = 'https://beian.miit.gov.cn/'

/** Licences and the ways to reach the newsroom, as Chinese law and readers ask for them. */
export function Imprint({ site }: { site: Site }) {
  const t = useTranslations('footer')
  return (
    <ul className={styles.imprint}>
      {site.hotline && (
        <li>
          {t('hotline')} <a href={`tel:${site.hotline.replace(/[^+\d]/g, '')}`}>{site.hotline}</a>
        </li>
      )}
      {site.inquiries && (
        <li>
          {t('inquiries')} <a href={`mailto:${site.inquiries}`}>{site.inquiries}</a>
        </li>
      )}
      {site.newsLicence && <li>{t('newsLicence', { number: site.newsLicence })}</li>}
      {site.icp && (
        <li>
          <a href={icpRegister} lang="zh-Hans">
            {site.icp}
          </a>
        </li>
      )}
    </ul>
  )
}
