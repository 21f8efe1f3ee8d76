import type { IncomingMessage, ServerResponse } from 'node:http'
import type { DrawingAddress } from '../../lib/drawings/address.ts'
import type { Edge } from '../edge.ts'
import { sendPage } from '../http/send-page.ts'
import { renderDrawing } from './render-drawing.ts'

/**
 * The picture that other sites show of a page, from memory or from the renderer.
 * @throws {Unavailable} when too many are asked for at once, or it cannot be drawn.
 */
export async function answerDrawing(
  { drawings, errors }: Edge,
  req: IncomingMessage,
  res: ServerResponse,
  { path, address }: { path: string; address: DrawingAddress | null },
): Promise<void> {
  if (!address) return errors.send(res, 404, null)
  const served = await drawings.cache.get(path, (begin) =>
    renderDrawing(drawings.renders, path, address, begin),
  )
  await sendPage(req, res, served, Date.now())
}
