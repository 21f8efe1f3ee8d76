import type { Language } from '@/lib/languages.ts'
import { keyOfList } from '@/lib/purge-keys.ts'
import { readFormerAddress } from '@/lib/reading/index.ts'
import { parseAddress, pathOf } from '@/lib/urls.ts'
import { Absent } from './absent.tsx'
import { Moved } from './answered.tsx'

/** A list that has another name now takes its archive along; a month without stories is not there. */
export async function AbsentArchive({ language, path }: { language: Language; path: string }) {
  const address = parseAddress(path)
  if (address?.kind !== 'archive' && address?.kind !== 'month' && address?.kind !== 'day')
    return <Absent language={language} path={path} />
  const former = await readFormerAddress(pathOf(address.of))
  const now = former.kind === 'moved' ? parseAddress(former.path) : null
  if (former.kind !== 'moved' || now?.kind !== address.of.kind || now.kind === 'latest')
    return <Absent language={language} path={path} keys={[keyOfList(address.of)]} />
  return <Moved to={pathOf({ ...address, of: now })} keys={former.keys} />
}
