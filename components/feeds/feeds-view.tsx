'use client'

import { useTranslations } from '../../i18n/words.tsx'
import type { Language } from '../../lib/languages.ts'
import { type ListAddress, pathOf } from '../../lib/urls.ts'
import styles from './feeds.module.css'

type Listed = { address: ListAddress; name: string }
type Props = {
  language: Language
  lists: Record<'sections' | 'series' | 'topics' | 'people', readonly Listed[]>
}

/** What feeds are, and every one there is, in both formats. */
export function FeedsView({ language, lists }: Props) {
  const t = useTranslations('feeds')
  const all = [{ address: { kind: 'latest', language } as const, name: t('latest') }]
  return (
    <article className={`wrap ${styles.page}`}>
      <header>
        <h1>{t('title')}</h1>
        <p className="standfirst">{t('intro')}</p>
      </header>
      <Group title={t('all')} lists={all} />
      <Group title={t('sections')} lists={lists.sections} />
      <Group title={t('series')} lists={lists.series} />
      <Group title={t('topics')} lists={lists.topics} />
      <Group title={t('authors')} lists={lists.people} />
    </article>
  )
}

function Group({ title, lists }: { title: string; lists: readonly Listed[] }) {
  if (lists.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {lists.map((list) => (
          <Entry key={pathOf(list.address)} {...list} />
        ))}
      </ul>
    </section>
  )
}

function Entry({ address, name }: Listed) {
  const t = useTranslations('feeds')
  const { language } = address
  const feed = (format: 'rss' | 'json') => pathOf({ kind: 'feed', language, of: address, format })
  return (
    <li>
      <a href={pathOf(address)}>{name}</a>
      <span>
        <a href={feed('rss')} aria-label={t('rssOf', { name })}>
          RSS
        </a>
        <a href={feed('json')} aria-label={t('jsonOf', { name })}>
          JSON
        </a>
      </span>
    </li>
  )
}
