import { Absent } from '@/app/(portal)/absent.tsx'
import { Answered } from '@/app/(portal)/answered.tsx'
import { drawnPlace } from '@/app/(portal)/drawn-place.ts'
import { absentHead, headOf, publicationOf } from '@/app/(portal)/head.ts'
import { OwnStyles } from '@/app/(portal)/own-styles.tsx'
import { StoryView } from '@/components/story/story-view.tsx'
import { storyDrawing } from '@/lib/drawings/pages.ts'
import { drawingOf } from '@/lib/drawings/spec.ts'
import { storyGraph } from '@/lib/head/structured/graphs.ts'
import { changedAt } from '@/lib/live/live.ts'
import { readLive, readStory, switchesOfStory } from '@/lib/reading/index.ts'
import { sharedOf } from '@/lib/share/shared.ts'
import { placeOf, type StoryParts } from './place.ts'

type Props = { params: Promise<StoryParts> }

export async function generateMetadata(props: Props) {
  const { language, path } = await placeOf(props.params)
  const found = await readStory(path, language)
  if (!found) return await absentHead(language, path)
  const { page: story } = found
  const live = story.format === 'live' ? await readLive(story) : null
  return await headOf({
    language,
    path,
    title: story.headline,
    sharedTitle: story.social.title,
    description: story.standfirst,
    sharedDescription: story.social.description,
    drawn: { spec: (place) => storyDrawing(story, place), kinds: ['wide', 'square'] },
    switches: await switchesOfStory(story),
    recordings: story,
    article: {
      publishedAt: story.publishedAt,
      updatedAt: changedAt(story, live?.page ?? null),
      section: story.section.name,
      topics: story.topics.map(({ name }) => name),
      authors: story.bylines.filter(({ role }) => role === 'text').map(({ href }) => href),
    },
  })
}

export default async function StoryPage(props: Props) {
  const { language, path } = await placeOf(props.params)
  const [found, publication] = await Promise.all([
    readStory(path, language),
    publicationOf(language),
  ])
  if (!found) return <Absent language={language} path={path} />
  const { page: story, keys } = found
  const [switches, place, live] = await Promise.all([
    switchesOfStory(story),
    drawnPlace(language, path),
    story.format === 'live' ? readLive(story) : null,
  ])
  return (
    <Answered
      language={language}
      path={path}
      within={story.section.href}
      switches={switches}
      keys={[...keys, ...(live?.keys ?? [])]}
      structured={storyGraph(story, publication, live?.page)}
    >
      {(story.format === 'live' || story.format === 'photo-essay') && (
        <OwnStyles of={story.format} />
      )}
      <StoryView
        story={story}
        site={publication.site}
        language={language}
        shared={sharedOf(story, publication.siteUrl)}
        poster={drawingOf(storyDrawing(story, place), 'poster')}
        live={live?.page ?? null}
      />
    </Answered>
  )
}
