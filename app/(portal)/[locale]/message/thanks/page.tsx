import { getTranslations } from 'next-intl/server'
import { Answered } from '@/app/(portal)/answered.tsx'
import { headOf } from '@/app/(portal)/head.ts'
import { type LocaleParams, languageOf } from '@/app/(portal)/params.ts'
import { MessageThanks } from '@/components/message/message-thanks.tsx'
import { switchesAlike } from '@/lib/reading/index.ts'
import { pathOf } from '@/lib/urls.ts'

async function placeOf({ params }: LocaleParams) {
  const language = await languageOf(params)
  const path = pathOf({ kind: 'message-thanks', language })
  return { language, path, switches: switchesAlike(path, language) }
}

export async function generateMetadata(props: LocaleParams) {
  const t = await getTranslations('messageThanks')
  const place = await placeOf(props)
  return await headOf({ ...place, title: t('title'), description: t('text'), indexed: false })
}

export default async function MessageThanksPage(props: LocaleParams) {
  const place = await placeOf(props)
  return (
    <Answered {...place} keys={[]}>
      <MessageThanks language={place.language} />
    </Answered>
  )
}
