import { Absent } from '@/app/(portal)/absent.tsx'
import { Answered, Moved } from '@/app/(portal)/answered.tsx'
import { absentHead, headOf, publicationOf } from '@/app/(portal)/head.ts'
import { OwnStyles } from '@/app/(portal)/own-styles.tsx'
import { EntryPageView } from '@/components/live/entry-page-view.tsx'
import { storyDrawing } from '@/lib/drawings/pages.ts'
import { entryGraph } from '@/lib/head/structured/graphs.ts'
import { publishedOf } from '@/lib/live/live.ts'
import { readFormerAddress, readLive, readStory, switchesOfStory } from '@/lib/reading/index.ts'
import { placeOf, type StoryParts } from '../../place.ts'

type Props = { params: Promise<StoryParts & { entry: string }> }

/** Longest description of an entry where it is shared, characters. */
const mostDescribed = 200

async function read({ params }: Props) {
  const { language, path: storyPath } = await placeOf(params)
  const { entry } = await params
  const path = `${storyPath}/updates/${entry}`
  const story = await readStory(storyPath, language)
  const live = story?.page.format === 'live' ? await readLive(story.page, Number(entry)) : null
  return { language, storyPath, path, entry, story, live }
}

export async function generateMetadata(props: Props) {
  const { language, storyPath, path, story, live } = await read(props)
  const entry = live?.page.entries[0]
  if (!story || !live || !entry) return await absentHead(language, storyPath)
  const { page } = story
  const text = entry.text.replace(/\s+/g, ' ').trim()
  return await headOf({
    language,
    path,
    title: entry.headline,
    description:
      text === ''
        ? page.standfirst
        : text.length > mostDescribed
          ? `${text.slice(0, mostDescribed)}…`
          : text,
    // The story holds the same text, and is what is to be found.
    indexed: false,
    drawn: {
      spec: (place) => storyDrawing(page, { ...place, path: storyPath }),
      kinds: ['wide', 'square'],
    },
    switches: [],
    article: {
      publishedAt: publishedOf(entry, page),
      updatedAt: null,
      section: page.section.name,
      topics: page.topics.map(({ name }) => name),
      authors: page.bylines.filter(({ role }) => role === 'text').map(({ href }) => href),
    },
  })
}

/** An entry of a live story at its own address, with the ones before it. */
export default async function EntryPage(props: Props) {
  const { language, storyPath, path, entry, story, live } = await read(props)
  if (!story) {
    const former = await readFormerAddress(storyPath)
    return former.kind === 'moved' ? (
      <Moved to={`${former.path}/updates/${entry}`} keys={former.keys} />
    ) : (
      <Absent language={language} path={storyPath} />
    )
  }
  if (!live) return <Absent language={language} path={path} keys={story.keys} />
  const [publication, switches] = await Promise.all([
    publicationOf(language),
    switchesOfStory(story.page),
  ])
  return (
    <Answered
      language={language}
      path={path}
      within={story.page.section.href}
      // The same story, but not the same page of it.
      switches={switches.map((target) => ({ ...target, same: false }))}
      keys={[...story.keys, ...live.keys]}
      structured={entryGraph(story.page, live.page, publication)}
    >
      <OwnStyles of="live" />
      <EntryPageView story={story.page} live={live.page} />
    </Answered>
  )
}
