import { randomBytes } from 'node:crypto'
import type { Dispatcher } from 'undici'
import { keyHeader } from '../../lib/renderer-key.ts'

/** A new one for every life of a renderer. */
export const newKey = (): string => randomBytes(32).toString('base64url')

/**
 * `--import` of Node: the renderer's HTTP server takes only what carries the key of its environment. Other
 * programs of the same machine reach its port too, and would pass by limits, policies and cache. As a
 * data: URL it needs no file beside the bundle.
 */
export const doorkeeper = `data:text/javascript,${encodeURIComponent(`
import { Server } from 'node:http'
import { timingSafeEqual } from 'node:crypto'
const key = Buffer.from(process.env.RENDERER_KEY ?? '')
const isEdge = ({ headers }) => {
  const said = Buffer.from(String(headers['${keyHeader}'] ?? ''))
  delete headers['${keyHeader}']
  return key.length > 0 && said.length === key.length && timingSafeEqual(said, key)
}
const { emit } = Server.prototype
Server.prototype.emit = function (name, req, other, ...rest) {
  if (name === 'request' || name === 'checkContinue' || name === 'checkExpectation') {
    if (!isEdge(req)) {
      other.writeHead(403, { Connection: 'close' }).end()
      return true
    }
  } else if ((name === 'upgrade' || name === 'connect') && !isEdge(req)) {
    other.destroy()
    return true
  }
  return emit.call(this, name, req, other, ...rest)
}`)}`

/** Adds the key to every request of a dispatcher, however its headers are written. */
export const withKey =
  (key: string): Dispatcher.DispatcherComposeInterceptor =>
  (dispatch) =>
  (options, handler) =>
    dispatch({ ...options, headers: added(options.headers, key) }, handler)

function added(
  headers: Dispatcher.DispatchOptions['headers'],
  key: string,
): NonNullable<Dispatcher.DispatchOptions['headers']> {
  if (!headers) return { [keyHeader]: key }
  if (Array.isArray(headers)) return [...headers, keyHeader, key]
  if (Symbol.iterator in headers) return [...headers].flat().concat(keyHeader, key) as string[]
  return { ...headers, [keyHeader]: key }
}
