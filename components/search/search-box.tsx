import { useTranslations } from '../../i18n/words.tsx'
import type { Language } from '../../lib/languages.ts'
import { longestQuery } from '../../lib/search/query/tidy.ts'
import { pathOf } from '../../lib/urls.ts'
import styles from './search-box.module.css'
import { SearchField } from './search-field.tsx'

/**
 * The search in the masthead; where there is no room for the field, its button leads to the page of
 * searches, which has one of its own.
 */
export function SearchBox({ language, path }: { language: Language; path: string }) {
  const t = useTranslations('search')
  const action = pathOf({ kind: 'search', language })
  if (path.split('?', 1)[0] === action) return null
  return (
    <search className={styles.box}>
      <form action={action}>
        <SearchField language={language}>
          <input
            type="text"
            inputMode="search"
            name="q"
            aria-label={t('field')}
            placeholder={t('field')}
            maxLength={longestQuery}
            autoComplete="off"
          />
        </SearchField>
        <button type="submit" aria-label={t('submit')}>
          <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d="m21 21-6-6m2-5a7 7 0 1 1-14 0 7 7 0 0 1 14 0" />
          </svg>
        </button>
      </form>
    </search>
  )
}
