import { useTranslations } from '../../i18n/words.tsx'
import { factsOf, type Language, switchParameter } from '../../lib/languages.ts'
import type { SwitchTarget } from '../../lib/reading/types.ts'
import styles from './masthead.module.css'

type Props = { current: Language; path: string; switches: readonly SwitchTarget[] }

/** Plain links, whose parameter tells the edge to remember the choice. */
export function LanguageSwitch({ current, path, switches }: Props) {
  const t = useTranslations('frame')
  const { tag, name } = factsOf(current)
  return (
    <nav className={styles.switch} aria-label={t('languages')}>
      <a href={path} aria-current="true" lang={tag}>
        {name}
      </a>
      {switches.map(({ language, href, same }) => (
        <a
          key={language}
          lang={factsOf(language).tag}
          hrefLang={factsOf(language).tag}
          href={`${href}${href.includes('?') ? '&' : '?'}${switchParameter}=${language}`}
          aria-describedby={same ? undefined : `no-${language}`}
        >
          {factsOf(language).name}
        </a>
      ))}
    </nav>
  )
}

/** A note where a story has no twin. */
export function NoCounterpart({
  language,
  switches,
}: {
  language: Language
  switches: Props['switches']
}) {
  const t = useTranslations('frame')
  const names = new Intl.DisplayNames(factsOf(language).locale, { type: 'language' })
  const missing = switches.filter(({ same }) => !same)
  if (missing.length === 0) return null
  return (
    <p className={styles.note}>
      {missing.map(({ language: other }) => (
        <span key={other} id={`no-${other}`}>
          {t('noCounterpart', { language: names.of(other) ?? other })}
        </span>
      ))}
    </p>
  )
}
