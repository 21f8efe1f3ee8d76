'use client'

import { useTranslations } from '../../i18n/words.tsx'
import type { Language } from '../../lib/languages.ts'
import { pathOf } from '../../lib/urls.ts'
import { HeadlineText } from '../headline-text.tsx'
import styles from './message.module.css'

/** After sending: what happens next, and the way back to reading. */
export function MessageThanks({ language }: { language: Language }) {
  const t = useTranslations('messageThanks')
  return (
    <div className={styles.page}>
      <header>
        <h1>
          <HeadlineText>{t('title')}</HeadlineText>
        </h1>
        <p className="standfirst">{t('text')}</p>
      </header>
      <p className={styles.onward}>
        <a href={pathOf({ kind: 'front', language })}>{t('front')}</a>
        <a href={pathOf({ kind: 'latest', language })}>{t('latest')}</a>
      </p>
    </div>
  )
}
