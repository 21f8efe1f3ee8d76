import type { IncomingMessage, ServerResponse } from 'node:http'
import type { DrawingAddress } from '../../lib/drawings/address.ts'
import { networkOf } from '../../lib/network.ts'
import { steadyNow } from '../clock.ts'
import type { Front } from '../front.ts'
import { sendPage } from '../http/send-page.ts'
import { requestIdOf } from '../inside/request.ts'

/**
 * The picture that other sites show of a page, from memory or from the renderer.
 * @throws {Unavailable} when too many are asked for at once, or it cannot be drawn.
 * @throws {OverLimit} when it is not kept and who asks has had too many drawn.
 */
export async function answerDrawing(
  edge: Front,
  req: IncomingMessage,
  res: ServerResponse,
  { path, address }: { path: string; address: DrawingAddress | null },
): Promise<void> {
  if (!address) return edge.errors.send(res, 404, null)
  const network = networkOf(edge.clientAddress(req))
  const requestId = requestIdOf(req)
  const served = await edge.pages.drawing({ path, address, network, requestId })
  await sendPage(req, res, served, steadyNow())
}
