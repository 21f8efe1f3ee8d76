import { getTranslations } from 'next-intl/server'
import { ListView } from '@/components/lists/list-view.tsx'
import { type DrawnPlace, listDrawing } from '@/lib/drawings/pages.ts'
import { listGraph } from '@/lib/head/structured/graphs.ts'
import type { Language } from '@/lib/languages.ts'
import { readList, switchesOfAddress } from '@/lib/reading/index.ts'
import { Absent } from './absent.tsx'
import { Answered } from './answered.tsx'
import { absentHead, headOf, publicationOf } from './head.ts'

type Place = { language: Language; path: string }

/** The list at a path; the latest stories are named by the interface, the others by the newsroom. */
async function namedList(path: string) {
  const found = await readList(path)
  if (found?.page.kind !== 'latest') return found
  const t = await getTranslations('meta')
  const page = { ...found.page, name: t('latest'), description: t('latestDescription') }
  return { ...found, page }
}

export async function listHead({ language, path }: Place) {
  const list = await namedList(path)
  if (!list) return await absentHead(language, path)
  const { name: title, description, feed } = list.page
  const switches = await switchesOfAddress(path)
  const drawn = { spec: (place: DrawnPlace) => listDrawing(list.page, place) }
  return await headOf({ language, path, title, description, switches, feed, drawn })
}

/** Section, series, topic, author or latest. */
export async function ListPage({ language, path }: Place) {
  const list = await namedList(path)
  if (!list) return <Absent language={language} path={path} />
  const [switches, publication] = await Promise.all([
    switchesOfAddress(path),
    publicationOf(language),
  ])
  const { name, description } = list.page
  const structured = listGraph({ path, name, description }, list.page, publication)
  return (
    <Answered
      language={language}
      path={path}
      switches={switches}
      keys={list.keys}
      structured={structured}
    >
      <ListView page={list.page} language={language} />
    </Answered>
  )
}
