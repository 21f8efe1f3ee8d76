'use client'

import { useTranslations } from '../../i18n/words.tsx'
import type { Language } from '../../lib/languages.ts'
import type { NamedLink } from '../../lib/reading/types.ts'
import { Refusal } from './refusal.tsx'

type Props = {
  language: Language
  sections: readonly NamedLink[]
  /** The section that the story stood in, when it is known. */
  section: NamedLink | null
}

/** 410: there was a story here, and the newsroom has withdrawn it. */
export function WithdrawnView({ language, sections, section }: Props) {
  const t = useTranslations('withdrawn')
  return (
    <Refusal
      language={language}
      code="410"
      title={t('title')}
      text={t('text')}
      links={section ? [section] : sections}
    />
  )
}
