import { getTranslations } from 'next-intl/server'
import { ArchiveView } from '@/components/archive/archive-view.tsx'
import { DayView } from '@/components/archive/day-view.tsx'
import { MonthView } from '@/components/archive/month-view.tsx'
import { formatMonth } from '@/lib/dates.ts'
import { archiveGraph } from '@/lib/head/structured/graphs.ts'
import type { Language } from '@/lib/languages.ts'
import { type Archived, readArchived, readArchiveSwitches } from '@/lib/reading/index.ts'
import type { NamedLink } from '@/lib/reading/types.ts'
import { pathOf } from '@/lib/urls.ts'
import { AbsentArchive } from './absent-archive.tsx'
import { Answered } from './answered.tsx'
import { drawingOfArchive, whenOf } from './archive-words.ts'
import { absentHead, headOf, publicationOf } from './head.ts'

type Place = { language: Language; path: string }
type When = { when?: string[] }
export type ArchiveParams = { params: Promise<{ locale: string } & When> }
export type SectionArchiveParams = { params: Promise<{ locale: string; section: string } & When> }
export type TermArchiveParams = { params: Promise<{ locale: string; slug: string } & When> }

/** Title of the document, and the links from the list down to here, itself not among them. */
async function namesOf(found: Archived): Promise<{ title: string; way: NamedLink[] }> {
  const t = await getTranslations('archive')
  const { address, page } = found
  const { of, language } = address
  const { name } = page.list
  const when = whenOf(found)
  const archive = { name: t('title'), href: pathOf({ kind: 'archive', language, of }) }
  const list = name === null ? [] : [{ name, href: pathOf(of) }]
  if (when === null) {
    const title = name === null ? t('title') : t('titleOf', { name })
    return { title, way: list }
  }
  const month = found.kind === 'day' ? found.page.day.slice(0, 7) : null
  const ofMonth = month
    ? [
        {
          name: formatMonth(language, month),
          href: pathOf({ kind: 'month', language, of, month }),
        },
      ]
    : []
  return { title: t('of', { name: name ?? t('title'), when }), way: [...list, archive, ...ofMonth] }
}

export async function archiveHead({ language, path }: Place) {
  const found = await readArchived(path)
  if (!found) return await absentHead(language, path)
  const { of } = found.address
  const t = await getTranslations('archive')
  const [{ title }, switches] = await Promise.all([
    namesOf(found),
    readArchiveSwitches(found.address),
  ])
  return await headOf({
    language,
    path,
    title,
    description: found.page.list.description ?? t('description'),
    switches,
    feed: pathOf({ kind: 'feed', language, of, format: 'rss' }),
    drawn: { spec: (place) => drawingOfArchive(found, place) },
  })
}

/** The archive of a list, a month of it or a day. */
export async function ArchivePage({ language, path }: Place) {
  const found = await readArchived(path)
  if (!found) return <AbsentArchive language={language} path={path} />
  const { address, page } = found
  const [{ title, way }, switches, publication] = await Promise.all([
    namesOf(found),
    readArchiveSwitches(address),
    publicationOf(language),
  ])
  const listed =
    found.kind === 'archive'
      ? found.page.months.map(({ month, href }) => ({
          href,
          headline: formatMonth(language, month),
        }))
      : found.page.stories
  const about = { path, name: title, description: page.list.description }
  return (
    <Answered
      language={language}
      path={path}
      within={address.of.kind === 'latest' ? path : pathOf(address.of)}
      switches={switches}
      keys={found.keys}
      structured={archiveGraph(about, listed, publication, way)}
    >
      <View found={found} title={title} way={way} />
    </Answered>
  )
}

type ViewProps = { found: Archived; title: string; way: readonly NamedLink[] }

function View({ found, title, way }: ViewProps) {
  const { language } = found.address
  const heading = whenOf(found) ?? title
  switch (found.kind) {
    case 'archive':
      return <ArchiveView page={found.page} title={heading} way={way} language={language} />
    case 'month':
      return <MonthView page={found.page} title={heading} way={way} language={language} />
    case 'day':
      return <DayView page={found.page} title={heading} way={way} language={language} />
  }
}
