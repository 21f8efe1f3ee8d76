import { Absent } from '@/app/(portal)/absent.tsx'
import { Answered } from '@/app/(portal)/answered.tsx'
import { absentHead, headOf, publicationOf } from '@/app/(portal)/head.ts'
import { languageOf } from '@/app/(portal)/params.ts'
import { MonthView } from '@/components/lists/month-view.tsx'
import { formatMonth } from '@/lib/dates.ts'
import { type DrawnPlace, monthDrawing } from '@/lib/drawings/pages.ts'
import { listGraph } from '@/lib/head/structured/graphs.ts'
import type { Language } from '@/lib/languages.ts'
import { readMonth, readMonthSwitches } from '@/lib/reading/index.ts'
import { pathOf } from '@/lib/urls.ts'

type Props = { params: Promise<{ locale: string; section: string; month: string }> }

async function placeOf({ params }: Props) {
  const language = await languageOf(params)
  const { section, month } = await params
  const path = pathOf({ kind: 'section-month', language, slug: section, month })
  return { language, section, month, path }
}

const titleOf = (section: string, language: Language, month: string): string =>
  `${section}, ${formatMonth(language, month)}`

export async function generateMetadata(props: Props) {
  const { language, section, month, path } = await placeOf(props)
  const found = await readMonth(section, month, language)
  if (!found) return await absentHead(language, path)
  const { name, description } = found.page.page
  const title = titleOf(name, language, month)
  const switches = await readMonthSwitches(section, month, language)
  const drawn = { spec: (place: DrawnPlace) => monthDrawing(found.page.page, month, place) }
  return await headOf({ language, path, title, description, switches, drawn })
}

export default async function SectionMonthPage(props: Props) {
  const { language, section, month, path } = await placeOf(props)
  const found = await readMonth(section, month, language)
  if (!found) return <Absent language={language} path={path} />
  const [switches, publication] = await Promise.all([
    readMonthSwitches(section, month, language),
    publicationOf(language),
  ])
  const { name, description } = found.page.page
  const within = pathOf({ kind: 'section', language, slug: section })
  const about = { path, name: titleOf(name, language, month), description }
  return (
    <Answered
      language={language}
      path={path}
      within={within}
      switches={switches}
      keys={found.keys}
      structured={listGraph(about, found.page.page, publication, [{ name, href: within }])}
    >
      <MonthView {...found.page} language={language} />
    </Answered>
  )
}
