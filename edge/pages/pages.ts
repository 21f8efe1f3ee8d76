import type { DrawingAddress } from '../../lib/drawings/address.ts'
import type { Language } from '../../lib/languages.ts'
import type { Served } from '../cache/page-cache.ts'
import type { Wanted } from '../render/render-page.ts'

/** `network` of who asks (lib/network.ts): what is rendered for nobody else is limited by it. */
export type AskedPage = Wanted & { network: string }
export type AskedUnknown = { language: Language; requestId: string | undefined }
export type AskedDrawing = {
  path: string
  address: DrawingAddress
  network: string
  requestId: string | undefined
}

/** Where pages and drawings come from, kept or new. */
export type Pages = {
  /**
   * A reader page; its path is its key.
   * @throws {OverLimit} for what is not kept, when the network has had too much rendered that nobody else wants.
   * @throws {Unavailable} when it can be neither rendered nor served as it was.
   */
  page(asked: AskedPage): Promise<Served>
  /** The page for unknown addresses, one for each language. @throws {Unavailable} */
  unknown(asked: AskedUnknown): Promise<Served>
  /** The picture that other sites show of a page. @throws {OverLimit} @throws {Unavailable} */
  drawing(asked: AskedDrawing): Promise<Served>
}

/** No request can name this key: it does not begin with a slash. */
export const unknownKey = (language: Language): string => `not-found:${language}`
