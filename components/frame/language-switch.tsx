import { useTranslations } from 'next-intl'
import { factsOf, type Language, switchParameter } from '../../lib/languages.ts'
import type { SwitchTarget } from '../../lib/reading/types.ts'
import styles from './masthead.module.css'

type Props = { current: Language; path: string; switches: readonly SwitchTarget[] }

/** Plain links, whose parameter tells the edge to remember the choice; a note where a story has no twin. */
export function LanguageSwitch({ current, path, switches }: Props) {
  const t = useTranslations('frame')
  const { tag, locale, name } = factsOf(current)
  const names = new Intl.DisplayNames(locale, { type: 'language' })
  return (
    <>
      <nav className={styles.switch} aria-label={t('languages')}>
        <a href={path} aria-current="true" lang={tag}>
          {name}
        </a>
        {switches.map(({ language, href, same }) => (
          <a
            key={language}
            lang={factsOf(language).tag}
            hrefLang={factsOf(language).tag}
            href={`${href}?${switchParameter}=${language}`}
            aria-describedby={same ? undefined : `no-${language}`}
          >
            {factsOf(language).name}
          </a>
        ))}
      </nav>
      {switches.some(({ same }) => !same) && (
        <p className={styles.note}>
          {switches
            .filter(({ same }) => !same)
            .map(({ language }) => (
              <span key={language} id={`no-${language}`}>
                {t('noCounterpart', { language: names.of(language) ?? language })}
              </span>
            ))}
        </p>
      )}
    </>
  )
}
