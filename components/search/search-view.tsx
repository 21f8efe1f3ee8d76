'use client'

import { useTranslations } from '../../i18n/words.tsx'
import { factsOf, type Language } from '../../lib/languages.ts'
import type { SearchPage, SearchResult } from '../../lib/reading/search-types.ts'
import { mostUnits } from '../../lib/search/query/query.ts'
import { longestQuery } from '../../lib/search/query/tidy.ts'
import { Day } from '../time/moment.tsx'
import { MarkedText } from './marked-text.tsx'
import styles from './search.module.css'
import { SearchForm } from './search-form.tsx'
import { SearchHelp } from './search-help.tsx'

/** A search and what it found. */
export function SearchView({ page, language }: { page: SearchPage; language: Language }) {
  const t = useTranslations('search')
  const { parameters, results, next } = page
  return (
    <div className={`wrap ${styles.page}`}>
      <h1>{t('title')}</h1>
      <SearchForm page={page} language={language} />
      {parameters.q !== '' && <Outcome page={page} />}
      {results.length > 0 && (
        <ol className={styles.results}>
          {results.map((result) => (
            <li key={result.href}>
              <Result result={result} language={language} />
            </li>
          ))}
        </ol>
      )}
      {next && (
        <p className={styles.next}>
          <a href={next} rel="next">
            {t('next')}
          </a>
        </p>
      )}
      <SearchHelp page={page} />
    </div>
  )
}

/** How many were found, and whatever a reader should know about how. */
function Outcome({ page }: { page: SearchPage }) {
  const t = useTranslations('search')
  const { count, more, cut, broken, apart, parameters } = page
  return (
    <div className={styles.outcome}>
      {(count > 0 || !broken) && (
        <p>
          <strong>{more ? t('countMore', { count }) : t('count', { count })}</strong>
        </p>
      )}
      {apart && <p>{t('apart', { text: parameters.q })}</p>}
      {cut && <p>{t('cut', { characters: longestQuery, words: mostUnits })}</p>}
      {broken && <p>{t('broken')}</p>}
    </div>
  )
}

function Result({ result, language }: { result: SearchResult; language: Language }) {
  const { href, kicker, headline, passage, publishedAt, section } = result
  const foreign = result.language === language ? undefined : factsOf(result.language).tag
  return (
    <article>
      <div lang={foreign}>
        <p className="kicker">{kicker}</p>
        <h2>
          <a href={href}>
            <MarkedText parts={headline} />
          </a>
        </h2>
        <p>
          <MarkedText parts={passage} />
        </p>
      </div>
      <p className="meta">
        <Day iso={publishedAt} />
        {' · '}
        <span lang={foreign}>{section}</span>
      </p>
    </article>
  )
}
