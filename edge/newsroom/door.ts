import type { ServerResponse } from 'node:http'
import type { Edge } from '../edge.ts'
import type { Route } from '../http/routes.ts'
import type { Target } from '../http/target.ts'
import { siteOf } from '../render/upstream.ts'

/** Who is let in at a port: everybody, or readers and editors each at their own. */
export type Door = 'both' | 'readers' | 'newsroom'

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
  (door === 'readers' && (kind === 'newsroom' || kind === 'account')) ||
  (door === 'newsroom' && !ofNewsroom.has(kind))

/** A reader who came to the newsroom's port is led to the site; the newsroom is no business of readers. */
export function answerElsewhere(
  { door, errors, readers }: Edge,
  res: ServerResponse,
  { sent }: Target,
): void {
  if (door === 'readers') errors.send(res, 404, null)
  else res.writeHead(307, { Location: readers + sent, 'Cache-Control': 'no-store' }).end()
}

/** The same edge for the newsroom's own port. @throws {TypeError} when its origin is not a URL. */
export const newsroomEdge = (edge: Edge, adminUrl: string): Edge => ({
  ...edge,
  door: 'newsroom',
  renders: { ...edge.renders, site: siteOf(adminUrl) },
})
