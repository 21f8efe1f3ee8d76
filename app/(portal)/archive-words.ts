import { formatDate, formatMonth } from '@/lib/dates.ts'
import { archiveDrawing, type DrawnPlace } from '@/lib/drawings/pages.ts'
import type { DrawingSpec } from '@/lib/drawings/spec.ts'
import type { Archived } from '@/lib/reading/index.ts'

/** The month or day, as its edition prints it; null for the archive itself. */
export function whenOf({ address, kind, page }: Archived): string | null {
  const { language } = address
  switch (kind) {
    case 'archive':
      return null
    case 'month':
      return formatMonth(language, page.month)
    case 'day':
      return formatDate(language, page.day)
  }
}

/** What other sites show of a place of the archive. */
export const drawingOfArchive = (found: Archived, place: DrawnPlace): DrawingSpec =>
  archiveDrawing(
    found.page.list,
    whenOf(found),
    found.kind === 'archive' ? [] : found.page.stories,
    place,
  )
