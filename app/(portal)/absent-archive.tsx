import type { Language } from '@/lib/languages.ts'
import { keyOfList } from '@/lib/purge-keys.ts'
import { readArchived, readFormerAddress } from '@/lib/reading/index.ts'
import { parseAddress, pathOf } from '@/lib/urls.ts'
import { Absent } from './absent.tsx'
import { Moved } from './answered.tsx'

/** A list that has another name now takes its archive along, one that is gone takes it too; a month without stories is not there. */
export async function AbsentArchive({ language, path }: { language: Language; path: string }) {
  const address = parseAddress(path)
  if (address?.kind !== 'archive' && address?.kind !== 'month' && address?.kind !== 'day')
    return <Absent language={language} path={path} />
  const { of } = address
  // The whole portal is always there: what its month lacks, the month's own key says.
  if (of.kind === 'latest') return <Absent language={language} path={path} />
  const absent = <Absent language={language} path={path} keys={[keyOfList(of)]} />
  // A list that is there may stand where another one was, or it itself before.
  if (await readArchived(pathOf({ kind: 'archive', language, of }))) return absent
  const former = await readFormerAddress(pathOf(of))
  if (former.kind === 'withdrawn')
    return <Absent language={language} path={path} fateOf={pathOf(of)} />
  const now = former.kind === 'moved' ? parseAddress(former.path) : null
  if (former.kind !== 'moved' || now?.kind !== of.kind) return absent
  return <Moved to={pathOf({ ...address, of: now })} keys={former.keys} />
}
