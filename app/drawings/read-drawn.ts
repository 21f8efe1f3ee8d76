import { drawingOfArchive } from '@/app/(portal)/archive-words.ts'
import { drawnPlace } from '@/app/(portal)/drawn-place.ts'
import type { DrawnAddress } from '@/lib/drawings/address.ts'
import {
  type DrawnPlace,
  feedsDrawing,
  frontDrawing,
  listDrawing,
  messageDrawing,
  mostReadDrawing,
  onThisDayDrawing,
  storyDrawing,
  textDrawing,
} from '@/lib/drawings/pages.ts'
import type { DrawingSpec } from '@/lib/drawings/spec.ts'
import {
  readArchived,
  readFormerAddress,
  readFrontPage,
  readList,
  readPage,
  readStory,
} from '@/lib/reading/index.ts'
import { parseAddress, pathOf, unreachable } from '@/lib/urls.ts'

type Found = { spec: DrawingSpec; keys: readonly string[] }
type Absent = { status: 404 | 410; keys: readonly string[] }

/** What is drawn for a page, as a reader would see that page now; or that it is not there. */
export async function readDrawn(address: DrawnAddress): Promise<Found | Absent> {
  const { language } = address
  const path = pathOf(address)
  return (await specOf(address, await drawnPlace(language, path))) ?? (await absent(path))
}

async function specOf(address: DrawnAddress, place: DrawnPlace): Promise<Found | null> {
  const { language, path } = place
  switch (address.kind) {
    case 'front': {
      const { page, keys } = await readFrontPage(language)
      return { spec: frontDrawing(page, place), keys }
    }
    case 'latest':
    case 'section':
    case 'series':
    case 'topic':
    case 'author': {
      const found = await readList(path)
      return found && { spec: listDrawing(found.page, place), keys: found.keys }
    }
    case 'archive':
    case 'month':
    case 'day': {
      const found = await readArchived(path)
      return found && { spec: drawingOfArchive(found, place), keys: found.keys }
    }
    case 'story': {
      const found = await readStory(path, language)
      return found && { spec: storyDrawing(found.page, place), keys: found.keys }
    }
    case 'page': {
      const found = await readPage(address.slug, language)
      return found && { spec: textDrawing(found.page, place), keys: found.keys }
    }
    case 'message':
      return { spec: messageDrawing(place), keys: [] }
    case 'on-this-day':
      return { spec: onThisDayDrawing(place), keys: [] }
    case 'most-read':
      return { spec: mostReadDrawing(place), keys: [] }
    case 'feeds':
      return { spec: feedsDrawing(place), keys: [] }
    default:
      return unreachable(address)
  }
}

/** A story that has another address now is drawn there; its old drawing leads to the new one. */
async function absent(path: string): Promise<Found | Absent> {
  const former = await readFormerAddress(path)
  if (former.kind === 'unknown') return { status: 404, keys: [] }
  if (former.kind === 'withdrawn') return { status: 410, keys: former.keys }
  const now = parseAddress(former.path)
  const isDrawn = now?.kind === 'story' || now?.kind === 'section' || now?.kind === 'series'
  const moved = isDrawn || now?.kind === 'topic' || now?.kind === 'author' ? now : null
  if (!moved || former.path === path) return { status: 404, keys: former.keys }
  const found = await readDrawn(moved)
  return { ...found, keys: [...former.keys, ...found.keys] }
}
