import type { Dispatcher } from 'undici'
import { Unavailable } from './gate.ts'

/** The renderer as the rest of the edge sees it: somewhere to send requests, when it is there. */
export type Upstream = {
  /**
   * A connection pool to the running renderer; waits for it while it starts.
   * @param patience ms to wait at most
   * @throws {Unavailable} when it is not there in time
   */
  dispatcher(patience: number): Promise<Dispatcher>
  /** `http://127.0.0.1:…` of the running renderer. */
  readonly origin: string
  /** What requests that do not go through the dispatcher must carry (`renderer/key.ts`). */
  readonly key: string
}

/** What requests to the renderer say about the site: never taken from a reader's request. */
export type Site = {
  /** Host of SITE_URL, with its port if it has one. */
  host: string
  protocol: 'http' | 'https'
  https: boolean
}

/** @throws {TypeError} when it is not a URL. */
export function siteOf(siteUrl: string): Site {
  const url = new URL(siteUrl)
  const https = url.protocol === 'https:'
  return { host: url.host, protocol: https ? 'https' : 'http', https }
}

/**
 * The path that a Location header of the renderer leads to. Reader pages never redirect elsewhere.
 * @throws {Error} when it leads out of the site.
 */
export function ownPath(location: string, origins: readonly string[]): string {
  const origin = origins.find((own) => location === own || location.startsWith(`${own}/`))
  const path = origin === undefined ? location : location.slice(origin.length) || '/'
  if (!path.startsWith('/') || /^\/[/\\]/.test(path) || /[^\x21-\x7e]/.test(path))
    throw new Error(`The renderer redirects out of the site: ${location.slice(0, 200)}`)
  return path
}

/**
 * The whole body.
 * @param most bytes
 * @throws {Unavailable} when it is longer.
 */
export async function readBytes(body: AsyncIterable<Uint8Array>, most: number): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body) {
    length += chunk.length
    if (length > most) throw new Unavailable(`The renderer sent more than ${most} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** The same as text. */
export const readText = async (body: AsyncIterable<Uint8Array>, most: number): Promise<string> =>
  (await readBytes(body, most)).toString('utf8')
