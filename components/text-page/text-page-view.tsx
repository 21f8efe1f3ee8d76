'use client'

import { useTranslations } from '../../i18n/words.tsx'
import type { Language } from '../../lib/languages.ts'
import type { TextPage } from '../../lib/reading/types.ts'
import { StoredTable } from '../consent/stored-table.tsx'
import { HeadlineText } from '../headline-text.tsx'
import bodyStyles from '../story/body.module.css'
import { Body } from '../story/body.tsx'
import { Day } from '../time/moment.tsx'
import styles from './text-page-view.module.css'

/** About, contact, privacy and their like. */
export function TextPageView({ page }: { page: TextPage; language: Language }) {
  const t = useTranslations('textPage')
  return (
    <article className={styles.page}>
      <header>
        <h1>
          <HeadlineText>{page.title}</HeadlineText>
        </h1>
        {page.standfirst && <p className="standfirst">{page.standfirst}</p>}
      </header>
      <div className={bodyStyles.body}>
        <Body parts={page.body} />
      </div>
      {page.slug === 'cookies' && <StoredTable />}
      <p className="meta">{t.rich('updated', { day: () => <Day iso={page.updatedAt} /> })}</p>
    </article>
  )
}
