import { ListPage, listHead } from '@/app/(portal)/list-page.tsx'
import { languageOf, type SlugParams } from '@/app/(portal)/params.ts'
import { pathOf } from '@/lib/urls.ts'

async function placeOf({ params }: SlugParams) {
  const language = await languageOf(params)
  const { slug } = await params
  return { language, path: pathOf({ kind: 'series', language, slug }) }
}

export const generateMetadata = async (props: SlugParams) => listHead(await placeOf(props))

export default async function SeriesPage(props: SlugParams) {
  return <ListPage {...(await placeOf(props))} />
}
