import type { RequestListener } from 'node:http'
import {
  createServer as createHttp2Server,
  type Http2Server,
  type Http2ServerRequest,
  type Http2ServerResponse,
  type ServerHttp2Session,
} from 'node:http2'
import { Server, type ServerOptions } from 'node:https'
import type { TLSSocket } from 'node:tls'
import { isHostField, mostFields } from '../http/malformed.ts'
import type { Certificate } from './certificate.ts'

/** Requests of one connection at once (RFC 9113, 5.1.2). */
const streamsAtOnce = 100

type Options = ServerOptions & { maxHeaderSize: number }

/**
 * HTTP/2 and HTTP/1.1 over TLS, with one handler, on one port (ALPN, RFC 7301). What speaks HTTP/1.1 is
 * Node's own HTTPS server, with all its limits: the one that `http2` brings along has fewer.
 */
export class TlsServer extends Server {
  private readonly sessions = new Set<ServerHttp2Session>()
  private readonly http2: Http2Server

  /** @param silence ms without a byte, after which a connection is cut */
  constructor(
    options: Options,
    certificate: Certificate,
    listener: RequestListener,
    silence: number,
  ) {
    const { cert, key } = certificate
    super(
      { ...options, cert, key, ALPNProtocols: ['h2', 'http/1.1'], minVersion: 'TLSv1.2' },
      listener,
    )
    this.http2 = this.createHttp2(options)
    this.http2.setTimeout(silence)
    const ofHttp1 = this.listeners('secureConnection')
    this.removeAllListeners('secureConnection')
    this.on('secureConnection', (socket: TLSSocket) => {
      if (socket.alpnProtocol === 'h2') this.http2.emit('connection', socket)
      else for (const listen of ofHttp1) listen.call(this, socket)
    })
  }

  /** For connections from now on. */
  renew({ cert, key }: Certificate): void {
    this.setSecureContext({ cert, key, minVersion: 'TLSv1.2' })
  }

  /** Sessions end when the answers that are under way are given. */
  override closeIdleConnections(): void {
    super.closeIdleConnections()
    for (const session of this.sessions) session.close()
  }

  override closeAllConnections(): void {
    super.closeAllConnections()
    for (const session of this.sessions) session.destroy()
  }

  private createHttp2(options: Options): Http2Server {
    const settings = {
      maxConcurrentStreams: streamsAtOnce,
      maxHeaderListSize: options.maxHeaderSize,
    }
    const server = createHttp2Server({ settings, maxHeaderListPairs: mostFields })
    // Node's requests and responses of HTTP/2 have the form of those of HTTP/1: the same handlers take them.
    for (const event of ['request', 'checkContinue'] as const)
      server.on(event, (req: Http2ServerRequest, res: Http2ServerResponse) => {
        // RFC 9113, 8.3.1: it takes the place of Host.
        req.headers.host = req.authority || req.headers.host
        if (isHostField(req.headers.host ?? '')) this.emit(event, req, res)
        else res.writeHead(400, { 'content-type': 'text/plain' }).end('Bad Request')
      })
    server.on('session', (session) => {
      this.sessions.add(session)
      session.once('close', () => this.sessions.delete(session))
    })
    return server
  }
}
