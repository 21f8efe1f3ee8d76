import { getTranslations } from 'next-intl/server'
import { Answered } from '@/app/(portal)/answered.tsx'
import { headOf, publicationOf } from '@/app/(portal)/head.ts'
import { type LocaleParams, languageOf } from '@/app/(portal)/params.ts'
import { OnThisDayView } from '@/components/archive/on-this-day-view.tsx'
import { onThisDayDrawing } from '@/lib/drawings/pages.ts'
import { archiveGraph } from '@/lib/head/structured/graphs.ts'
import { readOnThisDay, switchesAlike } from '@/lib/reading/index.ts'
import { pathOf } from '@/lib/urls.ts'

async function placeOf({ params }: LocaleParams) {
  const language = await languageOf(params)
  const path = pathOf({ kind: 'on-this-day', language })
  return { language, path, switches: switchesAlike(path, language) }
}

export async function generateMetadata(props: LocaleParams) {
  const t = await getTranslations('onThisDay')
  return await headOf({
    ...(await placeOf(props)),
    title: t('title'),
    description: t('description'),
    drawn: { spec: onThisDayDrawing },
  })
}

/** What came out on this day of the calendar; the edge asks for it anew when a day begins. */
export default async function OnThisDayPage(props: LocaleParams) {
  const place = await placeOf(props)
  const { language, path } = place
  const [{ page, keys }, publication, t, archive] = await Promise.all([
    readOnThisDay(language),
    publicationOf(language),
    getTranslations('onThisDay'),
    getTranslations('archive'),
  ])
  const title = t('title')
  const of = { kind: 'latest', language } as const
  const way = [{ name: archive('title'), href: pathOf({ kind: 'archive', language, of }) }]
  const stories = page.years.flatMap((year) => year.stories)
  const about = { path, name: title, description: t('description') }
  return (
    <Answered {...place} keys={keys} structured={archiveGraph(about, stories, publication, way)}>
      <OnThisDayView page={page} title={title} way={way} language={language} />
    </Answered>
  )
}
