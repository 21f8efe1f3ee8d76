import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Front } from '../front.ts'
import { leadToHttps } from '../http/https-only.ts'
import type { Route } from '../http/routes.ts'
import type { Target } from '../http/target.ts'
import { siteOf } from '../render/upstream.ts'

/**
 * Who is let in: everybody, or readers and editors each at their own port or name; at a plain one nobody, all are led
 * to https.
 */
export type Door = 'both' | 'readers' | 'newsroom' | 'plain'

/** What an editor's browser fetches; assets and pictures are everybody's. */
const ofNewsroom: ReadonlySet<Route['kind']> = new Set([
  'newsroom',
  'account',
  'asset',
  'next-internal',
  'media',
])

/** Whether something is not to be found at a door, though it is elsewhere. */
export const isElsewhere = (door: Door, kind: Route['kind']): boolean =>
  door === 'plain' ||
  (door === 'readers' && (kind === 'newsroom' || kind === 'account')) ||
  (door === 'newsroom' && !ofNewsroom.has(kind))

/** A reader who came to the newsroom's door is led to the site; the newsroom is no business of readers. */
export function answerElsewhere(
  { door, errors, readers, renders }: Front,
  res: ServerResponse,
  target: Target,
): void {
  if (door === 'plain') leadToHttps(res, renders.site, target)
  else if (door === 'readers') errors.send(res, 404, null)
  else res.writeHead(307, { Location: readers + target.sent, 'Cache-Control': 'no-store' }).end()
}

/** The same edge for the newsroom's own port or name. @throws {TypeError} when its origin is not a URL. */
export const newsroomEdge = (edge: Front, adminUrl: string): Front => ({
  ...edge,
  door: edge.door === 'plain' ? 'plain' : 'newsroom',
  desk: null,
  renders: { ...edge.renders, site: siteOf(adminUrl) },
})

/** The newsroom under a name of its own at the readers' port. */
export type Desk = {
  /** In lower case, without a port. */
  name: string
  /** Origin that editors see. */
  url: string
}

/** @throws {TypeError} when it is not a URL. */
export const deskAt = (url: string): Desk => ({ name: new URL(url).hostname, url })

/** Whether a Host field names the newsroom: in any case, with any port, with or without the root's dot (RFC 3986, 3.2.2). */
export const isNamed = ({ name }: Desk, host: string): boolean =>
  host.replace(/:\d*$/, '').replace(/\.$/, '').toLowerCase() === name

/** The host that a request is for: that of its target, where one stands there (RFC 9112, 3.2.2). */
export const hostOf = ({ url = '', headers }: IncomingMessage): string =>
  /^https?:\/\/([^/?#]*)/i.exec(url)?.[1] ?? headers.host ?? ''
