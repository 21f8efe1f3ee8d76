import { Absent } from '@/app/(portal)/absent.tsx'
import { absentHead } from '@/app/(portal)/head.ts'
import { type LocaleParams, languageOf } from '@/app/(portal)/params.ts'

/** What the edge answers with at addresses that the portal cannot have; asked for once per language. */
async function placeOf({ params }: LocaleParams) {
  const language = await languageOf(params)
  return { language, path: `/${language}/-/not-found` }
}

export async function generateMetadata(props: LocaleParams) {
  const { language, path } = await placeOf(props)
  return await absentHead(language, path)
}

export default async function UnknownAddressPage(props: LocaleParams) {
  return <Absent {...(await placeOf(props))} />
}
