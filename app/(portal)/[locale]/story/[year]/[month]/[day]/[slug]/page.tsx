import { Absent } from '@/app/(portal)/absent.tsx'
import { Answered } from '@/app/(portal)/answered.tsx'
import { drawnPlace } from '@/app/(portal)/drawn-place.ts'
import { absentHead, headOf, publicationOf } from '@/app/(portal)/head.ts'
import { languageOf } from '@/app/(portal)/params.ts'
import { StoryView } from '@/components/story/story-view.tsx'
import { storyDrawing } from '@/lib/drawings/pages.ts'
import { drawingOf } from '@/lib/drawings/spec.ts'
import { storyGraph } from '@/lib/head/structured/graphs.ts'
import { readStory, switchesOfStory } from '@/lib/reading/index.ts'
import { sharedOf } from '@/lib/share/shared.ts'
import { pathOf } from '@/lib/urls.ts'

type Parts = { locale: string; year: string; month: string; day: string; slug: string }
type Props = { params: Promise<Parts> }

async function placeOf({ params }: Props) {
  const language = await languageOf(params)
  const { year, month, day, slug } = await params
  return { language, path: pathOf({ kind: 'story', language, year, month, day, slug }) }
}

export async function generateMetadata(props: Props) {
  const { language, path } = await placeOf(props)
  const found = await readStory(path, language)
  if (!found) return await absentHead(language, path)
  const { page: story } = found
  return await headOf({
    language,
    path,
    title: story.headline,
    sharedTitle: story.social.title,
    description: story.standfirst,
    sharedDescription: story.social.description,
    drawn: { spec: (place) => storyDrawing(story, place), kinds: ['wide', 'square'] },
    switches: await switchesOfStory(story),
    article: {
      publishedAt: story.publishedAt,
      updatedAt: story.updatedAt,
      section: story.section.name,
      topics: story.topics.map(({ name }) => name),
      authors: story.bylines.filter(({ role }) => role === 'text').map(({ href }) => href),
    },
  })
}

export default async function StoryPage(props: Props) {
  const { language, path } = await placeOf(props)
  const [found, publication] = await Promise.all([
    readStory(path, language),
    publicationOf(language),
  ])
  if (!found) return <Absent language={language} path={path} />
  const { page: story, keys } = found
  const [switches, place] = await Promise.all([switchesOfStory(story), drawnPlace(language, path)])
  return (
    <Answered
      language={language}
      path={path}
      within={story.section.href}
      switches={switches}
      keys={keys}
      structured={storyGraph(story, publication)}
    >
      <StoryView
        story={story}
        site={publication.site}
        language={language}
        shared={sharedOf(story, publication.siteUrl)}
        poster={drawingOf(storyDrawing(story, place), 'poster')}
      />
    </Answered>
  )
}
