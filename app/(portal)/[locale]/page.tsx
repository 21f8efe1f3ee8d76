import { Answered } from '@/app/(portal)/answered.tsx'
import { headOf } from '@/app/(portal)/head.ts'
import { type LocaleParams, languageOf } from '@/app/(portal)/params.ts'
import { FrontPageView } from '@/components/front-page/front-page-view.tsx'
import { readFrontPage, readSite, switchesAlike } from '@/lib/reading/index.ts'
import { pathOf } from '@/lib/urls.ts'

export async function generateMetadata({ params }: LocaleParams) {
  const language = await languageOf(params)
  const path = pathOf({ kind: 'front', language })
  const { tagline, slogan } = await readSite(language)
  const feed = pathOf({ kind: 'feed', language, of: { kind: 'latest', language } })
  const switches = switchesAlike(path, language)
  return await headOf({
    language,
    path,
    title: null,
    description: tagline || slogan,
    switches,
    feed,
  })
}

export default async function FrontPage({ params }: LocaleParams) {
  const language = await languageOf(params)
  const path = pathOf({ kind: 'front', language })
  const [{ page, keys }, { name }] = await Promise.all([
    readFrontPage(language),
    readSite(language),
  ])
  return (
    <Answered language={language} path={path} switches={switchesAlike(path, language)} keys={keys}>
      <FrontPageView page={page} language={language} name={name} />
    </Answered>
  )
}
