import {
  ArchivePage,
  archiveHead,
  type SectionArchiveParams,
} from '@/app/(portal)/archive-page.tsx'
import { languageOf } from '@/app/(portal)/params.ts'

async function placeOf({ params }: SectionArchiveParams) {
  const language = await languageOf(params)
  const { section, when = [] } = await params
  return { language, path: ['', language, section, 'archive', ...when].join('/') }
}

export const generateMetadata = async (props: SectionArchiveParams) =>
  archiveHead(await placeOf(props))

export default async function Page(props: SectionArchiveParams) {
  return <ArchivePage {...(await placeOf(props))} />
}
