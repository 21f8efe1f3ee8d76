import { languageOf } from '@/app/(portal)/params.ts'
import { pathOf } from '@/lib/urls.ts'

/** What stands in the address of a story. */
export type StoryParts = { locale: string; year: string; month: string; day: string; slug: string }

/** The story's language and path. */
export async function placeOf<T extends StoryParts>(params: Promise<T>) {
  const language = await languageOf(params)
  const { year, month, day, slug } = await params
  return { language, path: pathOf({ kind: 'story', language, year, month, day, slug }) }
}
