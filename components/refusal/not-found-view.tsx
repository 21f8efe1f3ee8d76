'use client'

import { useTranslations } from '../../i18n/words.tsx'
import type { Language } from '../../lib/languages.ts'
import type { NamedLink } from '../../lib/reading/types.ts'
import { Refusal } from './refusal.tsx'

type Props = { language: Language; sections: readonly NamedLink[] }

/** 404: no such page, and there never was one. */
export function NotFoundView({ language, sections }: Props) {
  const t = useTranslations('notFound')
  return (
    <Refusal language={language} code="404" title={t('title')} text={t('text')} links={sections} />
  )
}
