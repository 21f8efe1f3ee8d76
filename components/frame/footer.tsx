import { useTranslations } from 'next-intl'
import type { Language } from '../../lib/languages.ts'
import type { NamedLink, Site } from '../../lib/reading/types.ts'
import { pathOf, type StaticPage } from '../../lib/urls.ts'
import styles from './footer.module.css'
import { Imprint } from './imprint.tsx'
import { SiteName } from './masthead.tsx'

const readersRights: readonly StaticPage[] = ['privacy', 'cookies', 'terms']

export function Footer({ site, language }: { site: Site; language: Language }) {
  const t = useTranslations('footer')
  const message = { href: pathOf({ kind: 'message', language }), name: t('message') }
  const latest = { href: pathOf({ kind: 'latest', language }), name: t('latest') }
  const feed = {
    href: pathOf({ kind: 'feed', language, of: { kind: 'latest', language } }),
    name: t('feed'),
  }
  const about = site.pages.filter(({ slug }) => !readersRights.includes(slug))
  const rights = site.pages.filter(({ slug }) => readersRights.includes(slug))
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
        <Links title={t('sections')} links={[...site.sections, latest]} />
        <Links title={t('about')} links={[...about, message]} />
        <Links title={t('rights')} links={rights} />
        <Links title={t('follow')} links={[feed, ...site.social]} />
        <Imprint site={site} />
      </div>
    </footer>
  )
}

function Links({ title, links }: { title: string; links: readonly NamedLink[] }) {
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
    </div>
  )
}
