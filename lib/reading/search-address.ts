import { isLanguage } from '../languages.ts'
import type { Found } from '../search/search-index.ts'
import { parseAddress } from '../urls.ts'
import { readFormerAddress } from './addresses.ts'
import { isLive } from './statements/rules.ts'
import { statement } from './statements/statement.ts'

/** The path of a story that an address names, whatever site it is of; those of the first years, too. */
function pathIn(typed: string): string | null {
  const path = /^(?:https?:\/\/)?[^\s/]*(\/[^\s?#]+)/i.exec(typed.trim())?.[1]?.replace(/\/$/, '')
  const spellings = path ? [path.toLowerCase(), `/en${path.toLowerCase()}`] : []
  return spellings.find((spelling) => parseAddress(spelling)?.kind === 'story') ?? null
}

/** The story whose address was typed or pasted, also where it stood before; null when it is none. */
export async function storyAtAddress(typed: string): Promise<Found | null> {
  const path = pathIn(typed)
  if (path === null) return null
  const found = await storyAt(path)
  if (found) return found
  const former = await readFormerAddress(path)
  return former.kind === 'moved' ? await storyAt(former.path) : null
}

const atPath = statement(
  'number of a story by its path',
  `select a.id, a.language from articles a where a.path = $1::text and ${isLive('a')} limit 1`,
)

async function storyAt(path: string): Promise<Found | null> {
  if (parseAddress(path)?.kind !== 'story') return null
  const [row] = await atPath(path)
  return row && isLanguage(row.language) ? { id: Number(row.id), language: row.language } : null
}
