import { useTranslations } from '../../i18n/words.tsx'
import type { Language } from '../../lib/languages.ts'
import type { Choice, SearchPage } from '../../lib/reading/search-types.ts'
import type { NamedPeriod } from '../../lib/search/query/parameters.ts'
import { longestQuery } from '../../lib/search/query/tidy.ts'
import { pathOf } from '../../lib/urls.ts'
import styles from './search.module.css'
import { SearchField } from './search-field.tsx'

/** What is searched, and what narrows it: a plain form, whose answer is an address to keep or to send. */
export function SearchForm({ page, language }: { page: SearchPage; language: Language }) {
  const t = useTranslations('search')
  const { parameters, sections, series, years, author } = page
  const { section, series: chosenSeries, period, in: languages } = parameters
  const isNarrowed = [section, chosenSeries, period, languages].some((value) => value !== '')
  const periods: Record<NamedPeriod, string> = {
    week: t('period.week'),
    month: t('period.month'),
    year: t('period.year'),
  }
  const named = Object.entries(periods).map(
    ([value, name]): Choice => ({ value, name, count: null }),
  )
  return (
    <search>
      <form className={styles.form} action={pathOf({ kind: 'search', language })}>
        <label htmlFor="search">{t('label')}</label>
        <div className={styles.line}>
          <SearchField language={language}>
            <input
              id="search"
              type="text"
              inputMode="search"
              name="q"
              defaultValue={parameters.q.slice(0, longestQuery)}
              maxLength={longestQuery}
              autoComplete="off"
              enterKeyHint="search"
            />
          </SearchField>
          <button type="submit">{t('submit')}</button>
        </div>
        {author && (
          <p className={styles.narrowed}>
            <label>
              <input type="checkbox" name="author" value={parameters.author} defaultChecked />
              {t('byAuthor', { name: author.name })}
            </label>
          </p>
        )}
        <details open={isNarrowed}>
          <summary>{t('narrow')}</summary>
          <div className={styles.filters}>
            <Filter name="section" label={t('section')} chosen={section} choices={sections} />
            <Filter name="series" label={t('series')} chosen={chosenSeries} choices={series} />
            <Filter
              name="period"
              label={t('time')}
              chosen={period}
              choices={[...named, ...years]}
            />
            <label className={styles.box}>
              <input type="checkbox" name="in" value="all" defaultChecked={languages === 'all'} />
              {t('allLanguages')}
            </label>
          </div>
        </details>
      </form>
    </search>
  )
}

type FilterProps = { name: string; label: string; chosen: string; choices: readonly Choice[] }

function Filter({ name, label, chosen, choices }: FilterProps) {
  const t = useTranslations('search')
  return (
    <label>
      {label}
      <select name={name} defaultValue={chosen}>
        <option value="">{t('any')}</option>
        {choices.map(({ value, name: shown, count }) => (
          <option key={value} value={value}>
            {count ? t('choice', { name: shown, count }) : shown}
          </option>
        ))}
      </select>
    </label>
  )
}
