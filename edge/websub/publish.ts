import type { Dispatcher } from 'undici'

/** ms for a hub to answer in */
const patience = 10_000

/** Only over TLS: what a hub is told, and that it is the hub, must not be changed on the way. */
export const isHub = (url: URL): boolean => url.protocol === 'https:'

/** What a hub said to a ping; `reached` is false when it gave no answer at all. */
export type Told = { ok: true } | { ok: false; reached: boolean; reason: string }

/**
 * Tells a hub that a feed has changed (WebSub, 7; the form that the hubs in use take). A redirect is a
 * refusal: the newsroom named the hub, and no other host.
 */
export async function tellHub(
  hub: URL,
  topic: string,
  { connections, signal }: { connections: Dispatcher; signal: AbortSignal },
): Promise<Told> {
  const timeout = AbortSignal.timeout(patience)
  try {
    const { statusCode, body } = await connections.request({
      origin: hub.origin,
      path: hub.pathname + hub.search,
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'user-agent': 'ichongqing-edge',
      },
      body: new URLSearchParams({ 'hub.mode': 'publish', 'hub.url': topic }).toString(),
      signal: AbortSignal.any([timeout, signal]),
    })
    await body.dump()
    if (statusCode >= 200 && statusCode < 300) return { ok: true }
    return { ok: false, reached: true, reason: `The hub answered ${statusCode}` }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { ok: false, reached: false, reason }
  }
}
