import type { ReactNode } from 'react'
import { useTranslations } from '../../i18n/words.tsx'
import { policyPages } from '../../lib/consent/policy-pages.ts'
import type { Language } from '../../lib/languages.ts'
import type { NamedLink, Site } from '../../lib/reading/types.ts'
import { type ListAddress, pathOf } from '../../lib/urls.ts'
import styles from './footer.module.css'
import { Imprint } from './imprint.tsx'
import { SiteName } from './masthead.tsx'

export function Footer({ site, language }: { site: Site; language: Language }) {
  const t = useTranslations('footer')
  const message = { href: pathOf({ kind: 'message', language }), name: t('message') }
  const latest = { href: pathOf({ kind: 'latest', language }), name: t('latest') }
  const all: ListAddress = { kind: 'latest', language }
  const archive = { href: pathOf({ kind: 'archive', language, of: all }), name: t('archive') }
  const feeds = { href: pathOf({ kind: 'feeds', language }), name: t('feeds') }
  const settings = { href: '#consent', name: t('cookieSettings') }
  const about = site.pages.filter(({ slug }) => !policyPages.includes(slug))
  const rights = site.pages.filter(({ slug }) => policyPages.includes(slug))
  return (
    <footer className={`band ${styles.footer}`}>
      <div className="wrap">
        <div>
          <p className={styles.name}>
            <SiteName name={site.name} />
          </p>
          <p>{site.slogan}</p>
          <p>{site.tagline}</p>
        </div>
        <Links title={t('sections')} links={[...site.sections, latest, archive]} />
        <Links title={t('about')} links={[...about, message]} />
        <Links title={t('rights')} links={[...rights, settings]}>
          <p className={styles.signal} data-consent-signal="">
            {t('signal')}
          </p>
        </Links>
        <Links title={t('follow')} links={[feeds, ...site.social]} />
        <Imprint site={site} />
      </div>
    </footer>
  )
}

type LinksProps = { title: string; links: readonly NamedLink[]; children?: ReactNode }

function Links({ title, links, children }: LinksProps) {
  if (links.length === 0) return null
  return (
    <div>
      <h2>{title}</h2>
      <ul>
        {links.map(({ href, name }) => (
          <li key={href}>
            <a href={href}>{name}</a>
          </li>
        ))}
      </ul>
      {children}
    </div>
  )
}
