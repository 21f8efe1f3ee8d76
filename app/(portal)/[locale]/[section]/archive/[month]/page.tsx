import { Absent } from '@/app/(portal)/absent.tsx'
import { Answered } from '@/app/(portal)/answered.tsx'
import { absentHead, headOf } from '@/app/(portal)/head.ts'
import { languageOf } from '@/app/(portal)/params.ts'
import { MonthView } from '@/components/lists/month-view.tsx'
import { formatMonth } from '@/lib/dates.ts'
import { readMonth, readMonthSwitches } from '@/lib/reading/index.ts'
import { pathOf } from '@/lib/urls.ts'

type Props = { params: Promise<{ locale: string; section: string; month: string }> }

async function placeOf({ params }: Props) {
  const language = await languageOf(params)
  const { section, month } = await params
  const path = pathOf({ kind: 'section-month', language, slug: section, month })
  return { language, section, month, path }
}

export async function generateMetadata(props: Props) {
  const { language, section, month, path } = await placeOf(props)
  const found = await readMonth(section, month, language)
  if (!found) return await absentHead(language, path)
  const { name, description } = found.page.page
  const title = `${name}, ${formatMonth(language, month)}`
  const switches = await readMonthSwitches(section, month, language)
  return await headOf({ language, path, title, description, switches })
}

export default async function SectionMonthPage(props: Props) {
  const { language, section, month, path } = await placeOf(props)
  const found = await readMonth(section, month, language)
  if (!found) return <Absent language={language} path={path} />
  const switches = await readMonthSwitches(section, month, language)
  const within = pathOf({ kind: 'section', language, slug: section })
  return (
    <Answered language={language} path={path} within={within} switches={switches} keys={found.keys}>
      <MonthView {...found.page} language={language} />
    </Answered>
  )
}
