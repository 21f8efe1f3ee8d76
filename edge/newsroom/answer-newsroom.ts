import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Front } from '../front.ts'
import type { Target } from '../http/target.ts'
import { newsroomLimit } from '../limits/newsroom.ts'
import { spend } from '../limits/spend.ts'
import { proxy } from '../proxy/proxy.ts'
import { newsroomGuard } from './guard.ts'
import { isPlainPath } from './plain-path.ts'

/**
 * Hands a request for /admin or /api to the renderer, guarded. Other spellings of their paths are unknown.
 * @throws what `proxy` throws
 */
export async function answerNewsroom(
  edge: Front,
  req: IncomingMessage,
  res: ServerResponse,
  { sent, path }: Target,
): Promise<void> {
  if (!isPlainPath(sent)) return edge.errors.send(res, 404, null)
  const limit = newsroomLimit(req.method, path)
  if (limit) await spend(edge, req, limit)
  const { upstream, site } = edge.renders
  const { development } = edge
  const guard = newsroomGuard(path, { https: site.https, development, isView: isView(req, path) })
  return proxy(req, res, upstream, site, edge.clientAddress(req), guard)
}

/** A browser that opens a screen, by its address. */
const isView = ({ method, headers }: IncomingMessage, path: string): boolean =>
  method === 'GET' && !path.startsWith('/api') && (headers.accept ?? '').includes('text/html')
