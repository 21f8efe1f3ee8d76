import type { DetailedHTMLProps, HTMLAttributes, ReactNode } from 'react'
import { useTranslations } from '../../i18n/words.tsx'
import type { Language } from '../../lib/languages.ts'
import { pathOf } from '../../lib/urls.ts'
import styles from './search-field.module.css'

type FieldAttributes = {
  /** Where suggestions are asked for. */
  suggest: string
  /** Where a search leads. */
  address: string
  /** What the list is called, for screen readers. */
  label: string
  recent: string
  clear: string
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      /** `enhance/search-field.ts` */
      'search-field': DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> & FieldAttributes
    }
  }
}

/** A field for a search, which proposes while one types where script runs. */
export function SearchField({ language, children }: { language: Language; children: ReactNode }) {
  const t = useTranslations('search')
  return (
    <search-field
      className={styles.field}
      suggest={pathOf({ kind: 'search-suggest', language })}
      address={pathOf({ kind: 'search', language })}
      label={t('proposals')}
      recent={t('recent')}
      clear={t('clear')}
    >
      {children}
    </search-field>
  )
}
