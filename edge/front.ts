import path from 'node:path'
import type { Logger } from 'pino'
import { earlierBuilds } from '../lib/earlier-builds.ts'
import type { Kept } from './cache/page-store.ts'
import type { Tally } from './counts/tally.ts'
import { AssetFolder, immutable } from './files/asset-folder.ts'
import { type Callers, callersBehind } from './http/client-address.ts'
import { type ErrorPages, errorPages, readErrorMessages } from './http/error-page.ts'
import type { Inside } from './inside/inside.ts'
import type { Readiness } from './inside/readiness.ts'
import type { Limits } from './limits/limits.ts'
import { type Desk, type Door, deskAt } from './newsroom/door.ts'
import type { NewsroomPlace } from './newsroom/newsroom-port.ts'
import type { Pages } from './pages/pages.ts'
import type { Renders } from './render/render-page.ts'
import { siteOf } from './render/upstream.ts'
import type { Violations } from './reports/violations.ts'

export type FrontOptions = {
  /** Folder of the checkout: `.next`, `public`, `.build`, `messages`. */
  root: string
  dataDir: string
  siteUrl: string
  mode: 'production' | 'development'
  log: Logger
  /** Proxies whose X-Forwarded-For is believed; nobody's unless told. */
  trustProxy?: readonly string[] | undefined
  /** Where the newsroom is, if it is not found where readers come to. */
  newsroom?: NewsroomPlace | null | undefined
}

/** What differs between a process that has the cache and the renderer, and one that asks it. */
export type Backstage = {
  /** A page that is fresh in the memory of this process. The path of nearly every request. */
  fresh: (key: string) => Kept | undefined
  pages: Pages
  limits: Limits
  tally: Tally
  violations: Pick<Violations, 'add'>
  /** What keeps the edge from doing all that it is there for. */
  readiness: Readiness
  /** The way to the renderer, for what is never kept. */
  renders: Pick<Renders, 'upstream' | 'site' | 'keeps'>
  inside: Inside
}

/** Everything that answering a request needs in the process that has the reader's connection. */
export type Front = Backstage &
  Callers & {
    errors: ErrorPages
    door: Door
    /** The newsroom's own name at this port; null where it has none. */
    desk: Desk | null
    /** Origin that readers see. */
    readers: string
    /** Null in development, where Next serves them. */
    assets: AssetFolder | null
    enhance: AssetFolder
    /** Of earlier builds, whose pages are still open somewhere. */
    earlier: { assets: readonly AssetFolder[]; enhance: readonly AssetFolder[] }
    files: AssetFolder
    mediaFolder: string
    development: boolean
    log: Logger
  }

/** @throws {Error} when the message files or SITE_URL cannot be read. */
export function makeFront(options: FrontOptions): Omit<Front, keyof Backstage> {
  const { root, log, newsroom } = options
  const { https } = siteOf(options.siteUrl)
  const development = options.mode === 'development'
  const folder = (below: string, cacheControl: string, aside?: 'static' | 'enhance') =>
    new AssetFolder({
      folder: path.join(root, below),
      cacheControl,
      https,
      changing: development,
      ...(aside && {
        putAside: () => earlierBuilds(root).map((build) => path.join(root, build, aside)),
      }),
    })
  const builds = development ? [] : earlierBuilds(root)
  return {
    errors: errorPages(readErrorMessages(root), https),
    readers: new URL(options.siteUrl).origin,
    door: newsroom ? 'readers' : 'both',
    desk: newsroom && !newsroom.address ? deskAt(newsroom.url) : null,
    ...callersBehind(options.trustProxy ?? []),
    assets: development ? null : folder('.next/static', immutable, 'static'),
    enhance: folder('.build/enhance', immutable, 'enhance'),
    earlier: {
      assets: builds.map((build) => folder(path.join(build, 'static'), immutable)),
      enhance: builds.map((build) => folder(path.join(build, 'enhance'), immutable)),
    },
    files: folder('public', 'public, max-age=3600'),
    mediaFolder: path.join(options.dataDir, 'media'),
    development,
    log,
  }
}
