import { useTranslations } from '../../i18n/words.tsx'
import { factsOf } from '../../lib/languages.ts'
import type { Proposal, SearchPage } from '../../lib/reading/search-types.ts'
import { TextCard } from '../story-card/text-card.tsx'
import styles from './search.module.css'

/** Where nothing was found, or nothing asked for: what else there is. */
export function SearchHelp({ page }: { page: SearchPage }) {
  const t = useTranslations('search')
  const { spellings, fewer, elsewhere, latest, count } = page
  if (count > 0) return null
  return (
    <>
      <Proposals title={t('spellings')} proposals={spellings} />
      <Proposals title={t('fewer')} proposals={fewer} />
      {elsewhere.length > 0 && (
        <section className={styles.help}>
          <h2>{t('elsewhere')}</h2>
          <ul>
            {elsewhere.map(({ language, href, count: found }) => (
              <li key={language}>
                <a href={href} hrefLang={factsOf(language).tag}>
                  <span lang={factsOf(language).tag}>{factsOf(language).name}</span>{' '}
                  <span>{t('count', { count: found })}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {latest.length > 0 && (
        <section className={styles.latest}>
          <h2>{t('latest')}</h2>
          {latest.map((story) => (
            <TextCard key={story.id} story={story} level={3} />
          ))}
        </section>
      )}
    </>
  )
}

function Proposals({ title, proposals }: { title: string; proposals: readonly Proposal[] }) {
  const t = useTranslations('search')
  if (proposals.length === 0) return null
  return (
    <section className={styles.help}>
      <h2>{title}</h2>
      <ul>
        {proposals.map(({ text, href, count }) => (
          <li key={text}>
            <a href={href}>
              {text} <span>{t('count', { count })}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
