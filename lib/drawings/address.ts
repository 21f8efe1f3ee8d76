import { type Address, parseAddress, pathOf } from '../urls.ts'

/** Sizes in px. `wide` for links everywhere, `square` for WeChat, `poster` to save and send. */
export const drawingSizes = {
  wide: { width: 1200, height: 630 },
  square: { width: 800, height: 800 },
  poster: { width: 1080, height: 1440 },
} as const
export type DrawingKind = keyof typeof drawingSizes

/** Pages that have a drawing; what is no page, and answers to forms, have none. */
const drawnKinds = [
  'front',
  'latest',
  'section',
  'archive',
  'month',
  'day',
  'on-this-day',
  'most-read',
  'series',
  'topic',
  'author',
  'story',
  'page',
  'message',
  'feeds',
] as const
export type DrawnAddress = Extract<Address, { kind: (typeof drawnKinds)[number] }>

export type DrawingAddress = {
  kind: DrawingKind
  /** Of everything that is drawn: twelve hexadecimal digits. */
  hash: string
  /** The page that it is a drawing of. */
  page: DrawnAddress
}

const isDrawn = (address: Address | null): address is DrawnAddress =>
  drawnKinds.some((kind) => kind === address?.kind)

/** `/drawings/wide-3f9ab2c1d4e5/en/2023/11/10/slug.jpg` */
export const drawingPath = (kind: DrawingKind, hash: string, pagePath: string): string =>
  `/drawings/${kind}-${hash}${pagePath}.jpg`

/**
 * At the renderer alone, no address of readers: gets its thread and its fonts ready, so that the first
 * drawing that is asked for does not wait for them.
 */
export const readyPath = '/drawings/ready'

/** The inverse of `drawingPath`; null when it is no such address. Stories alone have all three kinds. */
export function parseDrawingAddress(path: string): DrawingAddress | null {
  const [, name, hash, pagePath] =
    /^\/drawings\/(wide|square|poster)-([0-9a-f]{12})(\/.+)\.jpg$/.exec(path) ?? []
  if (!name || !hash || !pagePath) return null
  const kind = name as DrawingKind
  const page = parseAddress(pagePath)
  if (!isDrawn(page) || pathOf(page) !== pagePath) return null
  return kind === 'wide' || page.kind === 'story' ? { kind, hash, page } : null
}
