import { useTranslations } from '../../i18n/words.tsx'
import type { Language } from '../../lib/languages.ts'
import type { NamedLink } from '../../lib/reading/types.ts'
import { pathOf } from '../../lib/urls.ts'
import styles from './section-bar.module.css'

type Props = { language: Language; path: string; navigation: readonly NamedLink[] }

/** Scrolls by itself where the screen is narrow, and stays in sight. */
export function SectionBar({ language, path, navigation }: Props) {
  const t = useTranslations('frame')
  const front = { href: pathOf({ kind: 'front', language }), name: t('front') }
  return (
    <nav className={styles.bar} aria-label={t('sections')}>
      <ul className="wrap">
        {[front, ...navigation].map(({ href, name }) => (
          <li key={href}>
            <a href={href} aria-current={currentness(href, path, href === front.href)}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** `page` for the page itself, `true` for what it belongs to (WAI-ARIA 1.2, aria-current). */
function currentness(href: string, path: string, isFront: boolean): 'page' | true | undefined {
  if (href === path) return 'page'
  return !isFront && path.startsWith(`${href}/`) ? true : undefined
}
