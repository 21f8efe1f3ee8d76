import { getTranslations } from 'next-intl/server'
import { Answered } from '@/app/(portal)/answered.tsx'
import { headOf, publicationOf } from '@/app/(portal)/head.ts'
import { type LocaleParams, languageOf } from '@/app/(portal)/params.ts'
import { FeedsView } from '@/components/feeds/feeds-view.tsx'
import { feedsDrawing } from '@/lib/drawings/pages.ts'
import { textGraph } from '@/lib/head/structured/graphs.ts'
import { readTermNames, switchesAlike } from '@/lib/reading/index.ts'
import { pathOf } from '@/lib/urls.ts'

async function placeOf({ params }: LocaleParams) {
  const language = await languageOf(params)
  const path = pathOf({ kind: 'feeds', language })
  return { language, path, switches: switchesAlike(path, language) }
}

export async function generateMetadata(props: LocaleParams) {
  const t = await getTranslations('feeds')
  return await headOf({
    ...(await placeOf(props)),
    title: t('title'),
    description: t('intro'),
    drawn: { spec: feedsDrawing },
  })
}

/** Every feed of the edition. */
export default async function FeedsPage(props: LocaleParams) {
  const place = await placeOf(props)
  const read = (taxonomy: Parameters<typeof readTermNames>[0]) =>
    readTermNames(taxonomy, place.language)
  const [sections, series, topics, people] = await Promise.all([
    read('sections'),
    read('series'),
    read('topics'),
    read('people'),
  ])
  const t = await getTranslations('feeds')
  const about = { path: place.path, name: t('title'), description: t('intro') }
  const structured = textGraph('feeds', about, await publicationOf(place.language))
  return (
    <Answered {...place} keys={[]} structured={structured}>
      <FeedsView language={place.language} lists={{ sections, series, topics, people }} />
    </Answered>
  )
}
