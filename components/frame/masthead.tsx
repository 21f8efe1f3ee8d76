import { useTranslations } from '../../i18n/words.tsx'
import type { Language } from '../../lib/languages.ts'
import type { Site, SwitchTarget } from '../../lib/reading/types.ts'
import { pathOf } from '../../lib/urls.ts'
import { ComfortMenu } from '../comfort/comfort-menu.tsx'
import { SearchBox } from '../search/search-box.tsx'
import { LanguageSwitch, NoCounterpart } from './language-switch.tsx'
import styles from './masthead.module.css'

type Props = {
  site: Site
  language: Language
  path: string
  switches: readonly SwitchTarget[]
}

/** The name of the site, in whose water two rivers meet, and the way to the other edition. */
export function Masthead({ site, language, path, switches }: Props) {
  const t = useTranslations('frame')
  const front = pathOf({ kind: 'front', language })
  return (
    <header className={`wrap ${styles.masthead}`}>
      <a className={styles.name} href={front} aria-label={t('toFront', { site: site.name })}>
        <SiteName name={site.name} />
      </a>
      <p className={styles.tagline}>{site.tagline}</p>
      <p className={styles.slogan}>{site.slogan}</p>
      <div className={styles.tools}>
        <LanguageSwitch current={language} path={path} switches={switches} />
        <ComfortMenu />
      </div>
      <SearchBox language={language} path={path} />
      <NoCounterpart language={language} switches={switches} />
      <Confluence />
    </header>
  )
}

/** The little i is set in vermilion. */
export function SiteName({ name }: { name: string }) {
  return name.startsWith('i') ? (
    <>
      <i>i</i>
      {name.slice(1)}
    </>
  ) : (
    name
  )
}

/** The Jialing, clear, and the Yangtze, full of earth, side by side after Chaotianmen. */
function Confluence() {
  return (
    <svg className={styles.rivers} viewBox="0 0 480 84" aria-hidden="true" focusable="false">
      <path d="M30 0C110 4 150 33 260 33S400 25 480 29M70 0c70 6 98 26 190 26s140-7 220-3M112 0c50 8 76 19 148 19s140-5 220-2" />
      <path d="M0 84c90-6 150-42 260-42s140-8 220-4M60 84c70-6 110-34 200-34s140-7 220-3M118 84c50-8 70-26 142-26s140-6 220-2" />
    </svg>
  )
}
