import { Absent } from '@/app/(portal)/absent.tsx'
import { Answered } from '@/app/(portal)/answered.tsx'
import { absentHead, headOf } from '@/app/(portal)/head.ts'
import { languageOf } from '@/app/(portal)/params.ts'
import { StoryView } from '@/components/story/story-view.tsx'
import { readSite, readStory, switchesOfStory } from '@/lib/reading/index.ts'
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
  const { title, description } = found.page.social
  const switches = await switchesOfStory(found.page)
  return await headOf({ language, path, title, description, switches })
}

export default async function StoryPage(props: Props) {
  const { language, path } = await placeOf(props)
  const [found, site] = await Promise.all([readStory(path, language), readSite(language)])
  if (!found) return <Absent language={language} path={path} />
  const { page: story, keys } = found
  const switches = await switchesOfStory(story)
  return (
    <Answered
      language={language}
      path={path}
      within={story.section.href}
      switches={switches}
      keys={keys}
    >
      <StoryView story={story} site={site} language={language} />
    </Answered>
  )
}
