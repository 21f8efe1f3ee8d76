import { getTranslations } from 'next-intl/server'
import { Answered } from '@/app/(portal)/answered.tsx'
import { headOf, publicationOf } from '@/app/(portal)/head.ts'
import { type LocaleParams, languageOf } from '@/app/(portal)/params.ts'
import { MostReadView } from '@/components/archive/most-read-view.tsx'
import { mostReadDrawing } from '@/lib/drawings/pages.ts'
import { archiveGraph } from '@/lib/head/structured/graphs.ts'
import { readMostRead, switchesAlike } from '@/lib/reading/index.ts'
import { pathOf } from '@/lib/urls.ts'

async function placeOf({ params }: LocaleParams) {
  const language = await languageOf(params)
  const path = pathOf({ kind: 'most-read', language })
  return { language, path, switches: switchesAlike(path, language) }
}

export async function generateMetadata(props: LocaleParams) {
  const t = await getTranslations('mostRead')
  return await headOf({
    ...(await placeOf(props)),
    title: t('title'),
    description: t('about'),
    drawn: { spec: mostReadDrawing },
  })
}

/** What readers who agreed to statistics read most. */
export default async function MostReadPage(props: LocaleParams) {
  const place = await placeOf(props)
  const { language, path } = place
  const [{ page, keys }, publication, t] = await Promise.all([
    readMostRead(language),
    publicationOf(language),
    getTranslations('mostRead'),
  ])
  const about = { path, name: t('title'), description: t('about') }
  const structured = archiveGraph(about, page.day, publication, [])
  return (
    <Answered {...place} keys={keys} structured={structured}>
      <MostReadView page={page} title={t('title')} />
    </Answered>
  )
}
