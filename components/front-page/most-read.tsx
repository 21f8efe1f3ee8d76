import { useTranslations } from '../../i18n/words.tsx'
import type { Language } from '../../lib/languages.ts'
import type { StoryCard } from '../../lib/reading/types.ts'
import { pathOf } from '../../lib/urls.ts'
import { StripView } from './strip.tsx'

type Props = { stories: readonly StoryCard[]; language: Language }

/** What is read most, numbered. */
export function MostReadStrip({ stories, language }: Props) {
  const t = useTranslations('mostRead')
  const href = pathOf({ kind: 'most-read', language })
  return (
    <StripView
      strip={{
        title: t('title'),
        href,
        description: null,
        layout: 'numbered',
        accent: 'vermilion',
        stories,
      }}
    />
  )
}
