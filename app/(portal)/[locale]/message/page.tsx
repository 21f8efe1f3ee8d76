import { headers } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { Answered } from '@/app/(portal)/answered.tsx'
import { headOf, publicationOf } from '@/app/(portal)/head.ts'
import { languageOf } from '@/app/(portal)/params.ts'
import { MessageForm } from '@/components/message/message-form.tsx'
import { messageDrawing } from '@/lib/drawings/pages.ts'
import { textGraph } from '@/lib/head/structured/graphs.ts'
import { decodeFormState, formStateHeader } from '@/lib/message/state.ts'
import { switchesAlike } from '@/lib/reading/index.ts'
import { pathOf } from '@/lib/urls.ts'

type Props = {
  params: Promise<{ locale: string }>
  searchParams: Promise<{ story?: string | string[] }>
}

async function placeOf({ params }: Pick<Props, 'params'>) {
  const language = await languageOf(params)
  const path = pathOf({ kind: 'message', language })
  return { language, path, switches: switchesAlike(path, language) }
}

export async function generateMetadata(props: Props) {
  const t = await getTranslations('message')
  return await headOf({
    ...(await placeOf(props)),
    title: t('title'),
    description: t('intro'),
    drawn: { spec: messageDrawing },
  })
}

/** The form; when something is wrong with what was sent, as `send/` hands it back. */
export default async function MessagePage(props: Props) {
  const place = await placeOf(props)
  const sent = (await headers()).get(formStateHeader)
  const { values, errors, limited } = decodeFormState(sent)
  const { story } = await props.searchParams
  const shown = !sent && typeof story === 'string' ? { ...values, story } : values
  const wrong = Object.keys(errors).length > 0
  const status = limited ? 429 : wrong ? 422 : 200
  const t = await getTranslations('message')
  const about = { path: place.path, name: t('title'), description: t('intro') }
  const structured = textGraph('message', about, await publicationOf(place.language))
  return (
    <Answered {...place} keys={[]} status={status} structured={structured}>
      <MessageForm language={place.language} values={shown} errors={errors} limited={limited} />
    </Answered>
  )
}
