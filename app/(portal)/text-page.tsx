import { TextPageView } from '@/components/text-page/text-page-view.tsx'
import { type DrawnPlace, textDrawing } from '@/lib/drawings/pages.ts'
import { textGraph } from '@/lib/head/structured/graphs.ts'
import type { Language } from '@/lib/languages.ts'
import { readPage, switchesOfAddress } from '@/lib/reading/index.ts'
import type { StaticPage } from '@/lib/urls.ts'
import { Absent } from './absent.tsx'
import { Answered } from './answered.tsx'
import { absentHead, headOf, publicationOf } from './head.ts'
import { OwnStyles } from './own-styles.tsx'

type Place = { language: Language; path: string; slug: StaticPage }

export async function textHead({ language, path, slug }: Place) {
  const found = await readPage(slug, language)
  if (!found) return await absentHead(language, path)
  const { title, standfirst: description } = found.page
  const switches = await switchesOfAddress(path)
  const drawn = { spec: (place: DrawnPlace) => textDrawing(found.page, place) }
  return await headOf({ language, path, title, description, switches, drawn })
}

/** About, contact, privacy and the like: what the newsroom wrote under that name. */
export async function TextPage({ language, path, slug }: Place) {
  const found = await readPage(slug, language)
  if (!found) return <Absent language={language} path={path} />
  const [switches, publication] = await Promise.all([
    switchesOfAddress(path),
    publicationOf(language),
  ])
  const { title: name, standfirst: description } = found.page
  return (
    <Answered
      language={language}
      path={path}
      switches={switches}
      keys={found.keys}
      structured={textGraph(slug, { path, name, description }, publication)}
    >
      {slug === 'cookies' && <OwnStyles of="stored-table" />}
      <TextPageView page={found.page} language={language} />
    </Answered>
  )
}
