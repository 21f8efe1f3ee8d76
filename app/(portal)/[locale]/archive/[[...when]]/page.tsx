import { ArchivePage, type ArchiveParams, archiveHead } from '@/app/(portal)/archive-page.tsx'
import { languageOf } from '@/app/(portal)/params.ts'

async function placeOf({ params }: ArchiveParams) {
  const language = await languageOf(params)
  const { when = [] } = await params
  return { language, path: ['', language, 'archive', ...when].join('/') }
}

export const generateMetadata = async (props: ArchiveParams) => archiveHead(await placeOf(props))

export default async function Page(props: ArchiveParams) {
  return <ArchivePage {...(await placeOf(props))} />
}
