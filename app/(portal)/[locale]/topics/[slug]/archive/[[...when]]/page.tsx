import { ArchivePage, archiveHead, type TermArchiveParams } from '@/app/(portal)/archive-page.tsx'
import { languageOf } from '@/app/(portal)/params.ts'

async function placeOf({ params }: TermArchiveParams) {
  const language = await languageOf(params)
  const { slug, when = [] } = await params
  return { language, path: ['', language, 'topics', slug, 'archive', ...when].join('/') }
}

export const generateMetadata = async (props: TermArchiveParams) =>
  archiveHead(await placeOf(props))

export default async function Page(props: TermArchiveParams) {
  return <ArchivePage {...(await placeOf(props))} />
}
