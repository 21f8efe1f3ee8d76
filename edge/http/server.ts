import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http'
import type { Duplex } from 'node:stream'
import { shortened } from '../../lib/network.ts'
import { steadyNow } from '../clock.ts'
import type { Front } from '../front.ts'
import { beginRequest, pathOfUrl, requestIdOf } from '../inside/request.ts'
import { hostOf, isNamed, newsroomEdge } from '../newsroom/door.ts'
import { awaitReader, hasBody } from '../proxy/body.ts'
import { tunnel } from '../proxy/tunnel.ts'
import { type QuickAnswer, QuickServer } from '../quick/quick-server.ts'
import { Wires } from '../quick/wires.ts'
import type { Certificate } from '../tls/certificate.ts'
import { TlsServer } from '../tls/tls-server.ts'
import { answer } from './answer.ts'
import { cameInPlain } from './https-only.ts'
import { faultOf, mostFields } from './malformed.ts'
import { endWith, noteBody, refuseNoise, refuseRequest, refuseTunnel } from './refuse.ts'
import { sendHit } from './send-page.ts'

/** ms without a request after which a connection is closed. */
const keepAliveTimeout = 20_000
/** ms without a byte in or out; longer than the newsroom waits for the renderer. */
const silence = 150_000

/**
 * The server that readers talk to. A page that is kept and fresh is found by the request's own
 * spelling and written; everything else takes the longer way through `answer`.
 * @param certificate with it, TLS is spoken, and HTTP/2 to who can
 */
export function createEdgeServer(edge: Front, certificate: Certificate | null = null): Server {
  const { inside, log } = edge
  const logsRequests = log.isLevelEnabled('debug')
  const hasPages = edge.door === 'both' || edge.door === 'readers'
  const { desk } = edge
  const ofDesk = desk && newsroomEdge(edge, desk.url)
  const listener: RequestListener = (req, res) => {
    if (logsRequests) logWhenDone(edge, req, res)
    const fault = faultOf(req)
    if (fault !== null) {
      beginRequest(edge, req, res)
      return refuseRequest(res, fault)
    }
    if (hasBody(req)) noteBody(req)
    const at = ofDesk && isNamed(desk, hostOf(req)) ? ofDesk : edge
    const mayBeKept = hasPages && at === edge && !cameInPlain(edge, req)
    if (mayBeKept && (req.method === 'GET' || req.method === 'HEAD')) {
      const kept = edge.fresh(req.url ?? '/')
      if (kept !== undefined) {
        sendHit(req, res, kept, steadyNow())
        // Where it is decompressed first, nothing is sent yet.
        const { status } = kept.page
        return inside.requests.hit(status === 200 ? res.statusCode : status)
      }
    }
    beginRequest(at, req, res)
    void answer(at, req, res)
  }
  const options = {
    maxHeaderSize: 65_536,
    headersTimeout: 15_000,
    requestTimeout: 120_000,
    connectionsCheckingInterval: 5000,
    keepAliveTimeout,
    noDelay: true,
  }
  // The quick desk tells nothing of single requests.
  const server = certificate
    ? new TlsServer(options, certificate, listener, silence)
    : logsRequests || !hasPages
      ? createServer(options, listener)
      : new QuickServer(options, listener, quickAnswers(edge))
  server.maxHeadersCount = mostFields
  server.timeout = silence
  // Who listens here must answer every offer to speak otherwise (`h2c`), which may be passed over.
  if (edge.development)
    server.on('upgrade', (req, socket, head) => upgrade(edge, req, socket, head))
  server.on('checkContinue', (req: IncomingMessage, res: ServerResponse) => {
    awaitReader(req, res)
    listener(req, res)
  })
  server.on('connect', refuseTunnel)
  server.on('clientError', refuseNoise)
  return server
}

function quickAnswers({ fresh, inside, desk }: Front): QuickAnswer {
  const wires = new Wires(keepAliveTimeout)
  return ({ path, host, wants }) => {
    if (desk && isNamed(desk, host)) return null
    const kept = fresh(path)
    const wire = kept === undefined ? null : wires.answerOf(kept, wants, steadyNow())
    // After `HTTP/1.1 ` stands the status.
    if (wire) inside.requests.hit(((wire[9] ?? 0) - 48) * 100)
    return wire
  }
}

/** WebSockets are for hot reload in development only. */
function upgrade(edge: Front, req: IncomingMessage, socket: Duplex, head: Buffer): void {
  const { origin, key } = edge.renders.upstream
  const isHotReload = origin !== '' && req.url?.startsWith('/_next/')
  if (isHotReload) tunnel(req, socket, head, { origin, key })
  else endWith(socket, 400)
}

function logWhenDone(edge: Front, req: IncomingMessage, res: ServerResponse): void {
  const began = performance.now()
  res.once('close', () =>
    edge.log.debug(
      {
        request: requestIdOf(req),
        from: shortened(edge.clientAddress(req)),
        method: req.method,
        path: pathOfUrl(req.url),
        status: res.statusCode,
        ms: Math.round((performance.now() - began) * 10) / 10,
      },
      res.writableFinished ? 'answered' : 'broken off',
    ),
  )
}
