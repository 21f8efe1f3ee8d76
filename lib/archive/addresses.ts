import type { Language } from '../languages.ts'
import type { ListAddress } from '../urls.ts'
import { isDay, isMonth } from './calendar.ts'

/** The archive of a list: its months, one of them, or a day. Of `latest`, it is the whole portal's. */
export type ArchiveAddress =
  | { kind: 'archive'; language: Language; of: ListAddress }
  /** `2023-11` */
  | { kind: 'month'; language: Language; of: ListAddress; month: string }
  /** `2023-11-10`; a day with very many stories goes on after a story's number. */
  | { kind: 'day'; language: Language; of: ListAddress; day: string; after: number | null }

/** Nine digits: the database has no greater numbers. */
const afterName = /^after-([1-9]\d{0,8})$/

/**
 * What stands behind a list's `archive`: nothing, a month, a day, a part of a day.
 * @param rest the segments of the path that follow it; null when no archive has such an address.
 */
export function parseArchive(of: ListAddress, rest: readonly string[]): ArchiveAddress | null {
  const { language } = of
  const [when, part, more] = rest
  if (more !== undefined) return null
  if (when === undefined) return { kind: 'archive', language, of }
  if (isMonth(when) && part === undefined) return { kind: 'month', language, of, month: when }
  if (!isDay(when)) return null
  if (part === undefined) return { kind: 'day', language, of, day: when, after: null }
  const after = afterName.exec(part)?.[1]
  return after ? { kind: 'day', language, of, day: when, after: Number(after) } : null
}

/** The inverse, behind the list's own path (the language's, for the whole portal): `/archive/2023-11`. */
export function archivePath(address: ArchiveAddress): string {
  switch (address.kind) {
    case 'archive':
      return '/archive'
    case 'month':
      return `/archive/${address.month}`
    case 'day':
      return `/archive/${address.day}${address.after === null ? '' : `/after-${address.after}`}`
  }
}
