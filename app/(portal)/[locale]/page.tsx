import { Answered } from '@/app/(portal)/answered.tsx'
import { headOf, publicationOf } from '@/app/(portal)/head.ts'
import { type LocaleParams, languageOf } from '@/app/(portal)/params.ts'
import { FrontPageView } from '@/components/front-page/front-page-view.tsx'
import { frontDrawing } from '@/lib/drawings/pages.ts'
import { frontGraph } from '@/lib/head/structured/graphs.ts'
import { readFrontPage, readSite, switchesAlike } from '@/lib/reading/index.ts'
import type { FrontPage as Front, StoryCard } from '@/lib/reading/types.ts'
import { pathOf } from '@/lib/urls.ts'

const storiesOf = ({ lead, seconds, strips }: Front): StoryCard[] => [
  ...(lead ? [lead] : []),
  ...seconds,
  ...strips.flatMap(({ stories }) => stories),
]

export async function generateMetadata({ params }: LocaleParams) {
  const language = await languageOf(params)
  const path = pathOf({ kind: 'front', language })
  const [{ tagline, slogan }, front] = await Promise.all([
    readSite(language),
    readFrontPage(language),
  ])
  const feed = pathOf({ kind: 'feed', language, of: { kind: 'latest', language }, format: 'rss' })
  const switches = switchesAlike(path, language)
  return await headOf({
    language,
    path,
    title: null,
    description: tagline || slogan,
    switches,
    feed,
    drawn: { spec: (place) => frontDrawing(front.page, place) },
  })
}

export default async function FrontPage({ params }: LocaleParams) {
  const language = await languageOf(params)
  const path = pathOf({ kind: 'front', language })
  const [{ page, keys }, publication] = await Promise.all([
    readFrontPage(language),
    publicationOf(language),
  ])
  return (
    <Answered
      language={language}
      path={path}
      switches={switchesAlike(path, language)}
      keys={keys}
      structured={frontGraph(storiesOf(page), publication)}
    >
      <FrontPageView page={page} language={language} name={publication.site.name} />
    </Answered>
  )
}
