import { NotFoundView } from '@/components/refusal/not-found-view.tsx'
import { WithdrawnView } from '@/components/refusal/withdrawn-view.tsx'
import type { Language } from '@/lib/languages.ts'
import { readFormerAddress, readSite, switchesAlike } from '@/lib/reading/index.ts'
import { pathOf } from '@/lib/urls.ts'
import { Answered, Moved } from './answered.tsx'

type Props = {
  language: Language
  path: string
  /** Whose fate it shares: of an archive, its list. Itself, if absent. */
  fateOf?: string
  /** Of what would be needed for a page, beside what the address says. */
  keys?: readonly string[]
}

/** What stands at an address without a page: the way to its new place, 410 or 404. */
export async function Absent({ language, path, fateOf = path, keys = [] }: Props) {
  const [former, site] = await Promise.all([readFormerAddress(fateOf), readSite(language)])
  if (former.kind === 'moved') return <Moved to={former.path} keys={former.keys} />
  const { sections } = site
  const front = pathOf({ kind: 'front', language })
  // Nothing says that the other language has anything here: its front page is a true counterpart.
  const frame = { language, path, switches: switchesAlike(front, language) }
  return former.kind === 'withdrawn' ? (
    <Answered {...frame} status={410} keys={former.keys}>
      <WithdrawnView language={language} sections={sections} section={null} />
    </Answered>
  ) : (
    <Answered {...frame} status={404} keys={keys}>
      <NotFoundView language={language} sections={sections} />
    </Answered>
  )
}
