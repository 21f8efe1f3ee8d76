import type { IncomingMessage, ServerResponse } from 'node:http'
import type { DrawingAddress } from '../../lib/drawings/address.ts'
import { steadyNow } from '../clock.ts'
import type { Edge } from '../edge.ts'
import { sendPage } from '../http/send-page.ts'
import { requestIdOf } from '../inside/request.ts'
import { spend } from '../limits/spend.ts'
import { renderDrawing } from './render-drawing.ts'

/**
 * The picture that other sites show of a page, from memory or from the renderer.
 * @throws {Unavailable} when too many are asked for at once, or it cannot be drawn.
 * @throws {OverLimit} when it is not kept and who asks has had too many drawn.
 */
export async function answerDrawing(
  edge: Edge,
  req: IncomingMessage,
  res: ServerResponse,
  { path, address }: { path: string; address: DrawingAddress | null },
): Promise<void> {
  const { drawings, errors } = edge
  if (!address) return errors.send(res, 404, null)
  if (!drawings.cache.holds(path)) await spend(edge, req, 'drawing')
  const served = await drawings.cache.get(path, (begin) =>
    renderDrawing(drawings.renders, { path, address, requestId: requestIdOf(req) }, begin),
  )
  edge.inside.served(served.how)
  await sendPage(req, res, served, steadyNow())
}
