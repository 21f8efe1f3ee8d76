import { ListPage, listHead } from '@/app/(portal)/list-page.tsx'
import { type LocaleParams, languageOf } from '@/app/(portal)/params.ts'
import { pathOf } from '@/lib/urls.ts'

async function placeOf({ params }: LocaleParams) {
  const language = await languageOf(params)
  return { language, path: pathOf({ kind: 'latest', language }) }
}

export const generateMetadata = async (props: LocaleParams) => listHead(await placeOf(props))

export default async function LatestPage(props: LocaleParams) {
  return <ListPage {...(await placeOf(props))} />
}
