import { ListPage, listHead } from '@/app/(portal)/list-page.tsx'
import { languageOf, type SectionParams } from '@/app/(portal)/params.ts'
import { TextPage, textHead } from '@/app/(portal)/text-page.tsx'
import { staticPages } from '@/lib/urls.ts'

/** An address of one word: a section, or one of the newsroom's own pages. */
async function placeOf(params: SectionParams['params']) {
  const language = await languageOf(params)
  const { section } = await params
  const slug = staticPages.find((page) => page === section)
  return { language, path: `/${language}/${section}`, slug }
}

export async function generateMetadata({ params }: SectionParams) {
  const { slug, ...place } = await placeOf(params)
  return slug ? await textHead({ ...place, slug }) : await listHead(place)
}

export default async function Page({ params }: SectionParams) {
  const { slug, ...place } = await placeOf(params)
  return slug ? <TextPage {...place} slug={slug} /> : <ListPage {...place} />
}
