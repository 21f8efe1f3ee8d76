import { once } from 'node:events'
import { cpSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { type ClientHttp2Session, connect, type OutgoingHttpHeaders } from 'node:http2'
import path from 'node:path'
import tls from 'node:tls'
import pino from 'pino'
import { drain } from '../../../edge/http/listen.ts'
import { readCertificate } from '../../../edge/tls/certificate.ts'
import { watchCertificate } from '../../../edge/tls/renewal.ts'
import { TlsServer } from '../../../edge/tls/tls-server.ts'
import { selfSigned } from './certificates.ts'
import { nextPage, openEdge, sendHtml } from './fake-renderer.ts'

const story = '/en/2023/11/10/slug'
const files = selfSigned('first')
const other = selfSigned('second')
const first = readCertificate(files)
const ca = [readFileSync(files.cert), readFileSync(other.cert)]
afterAll(() => {
  for (const { cert } of [files, other]) rmSync(path.dirname(cert), { recursive: true })
})

let edge: Awaited<ReturnType<typeof openEdge>>
let session: ClientHttp2Session
beforeEach(async () => {
  edge = await openEdge({}, first)
  edge.state.handler = (req, res) => {
    req.resume()
    sendHtml(res, nextPage(`<p>${req.url}</p>`, { status: 200, keys: [] }))
  }
  session = connect(edge.url, { ca })
})
afterEach(async () => {
  session.destroy()
  await edge.close()
})

async function ask(headers: OutgoingHttpHeaders, body?: string) {
  const stream = session.request(headers, { endStream: body === undefined })
  if (body !== undefined) stream.end(body)
  const [told] = await once(stream, 'response')
  let text = ''
  for await (const chunk of stream) text += chunk
  return { headers: told, status: told[':status'], text }
}

/** One request over TLS in the words of HTTP/1.1; what comes back, and whose certificate it was. */
async function overHttp1(text: string) {
  const { hostname, port } = new URL(edge.url)
  const socket = tls.connect({
    host: hostname,
    port: Number(port),
    ca,
    ALPNProtocols: ['http/1.1'],
  })
  await once(socket, 'secureConnect')
  const { subject } = socket.getPeerCertificate()
  socket.write(text)
  let told = ''
  for await (const chunk of socket) told += chunk
  return { told, name: subject.CN, protocol: socket.alpnProtocol }
}
const get = `GET ${story} HTTP/1.1\r\nHost: portal.example\r\nConnection: close\r\n\r\n`

describe('over HTTP/2', () => {
  it('a page is rendered, then comes from memory, and its head alone for HEAD', async () => {
    const miss = await ask({ ':path': story })
    expect(miss).toMatchObject({ status: 200, text: expect.stringContaining(`<p>${story}</p>`) })
    const hit = await ask({ ':path': story })
    expect(hit.headers['cache-status']).toMatch(/^iChongqing; hit/)
    expect(hit.text).toBe(miss.text)
    const head = await ask({ ':path': story, ':method': 'HEAD' })
    expect(head).toMatchObject({ status: 200, text: '' })
    const { etag } = hit.headers
    expect(await ask({ ':path': story, 'if-none-match': etag })).toMatchObject({ status: 304 })
  })

  it('no answer has fields of one connection', async () => {
    const told = await Promise.all([
      ask({ ':path': '/' }),
      ask({ ':path': '/favicon.svg' }),
      ask({ ':path': '/media/1-abc/wide-640.jpg', range: 'bytes=2-4' }),
      ask({ ':path': story, ':method': 'PUT' }, 'a'),
      ask({ ':path': '/en/message/send', ':method': 'POST' }, 'a'.repeat(70_000)),
      ask({ ':path': '/en/message/send', ':method': 'POST' }, 'a=1'),
    ])
    expect(told.map(({ status }) => status)).toEqual([307, 200, 206, 405, 413, 200])
    expect(told[2]?.text).toBe('234')
    for (const { headers } of told)
      for (const name of ['connection', 'keep-alive', 'transfer-encoding'])
        expect(headers).not.toHaveProperty(name)
  })

  it('the newsroom hears of the host and all cookies, and sets several', async () => {
    const seen: unknown[] = []
    edge.state.handler = (req, res) => {
      seen.push(req.headers.host, req.headers.cookie, req.headers['x-forwarded-host'])
      res.writeHead(200, { 'set-cookie': ['a=1', 'b=2'], connection: 'close' }).end('{}')
    }
    const told = await ask({
      ':path': '/api/articles',
      ':authority': 'portal.example',
      cookie: ['c=d', 'e=f'],
    })
    expect(seen).toEqual(['portal.example', 'c=d; e=f', 'portal.example'])
    expect(told.headers['set-cookie']).toEqual(['a=1', 'b=2'])
  })

  it('a host that is none is refused', async () => {
    expect(await ask({ ':path': story, ':authority': 'a,b' })).toMatchObject({ status: 400 })
  })

  it('sessions end when the portal closes, after what is under way', async () => {
    edge.state.handler = (_req, res) => {
      setTimeout(() => sendHtml(res, nextPage('late', { status: 200, keys: [] })), 100)
    }
    const answer = ask({ ':path': '/en/city' })
    await once(session, 'remoteSettings')
    const closed = once(session, 'close')
    await drain(edge.server, 5000)
    expect((await answer).text).toContain('late')
    await closed
  })
})

describe('over TLS', () => {
  it('HTTP/1.1 is spoken with who asks for it', async () => {
    const { told, protocol } = await overHttp1(get)
    expect(protocol).toBe('http/1.1')
    expect(told).toMatch(/^HTTP\/1\.1 200 OK\r\n/)
    expect((await overHttp1(get.replace('Host', 'X'))).told).toMatch(/^HTTP\/1\.1 400 /)
  })

  it('a certificate that is renewed is used from then on, one that is broken is not', async () => {
    const { server } = edge
    if (!(server instanceof TlsServer)) throw new Error('no TLS')
    const watch = watchCertificate(files, (next) => server.renew(next), pino({ level: 'silent' }))
    const replace = (cert: string | Buffer, minute: number) => {
      writeFileSync(files.cert, cert)
      cpSync(other.key, files.key)
      utimesSync(files.cert, minute * 60, minute * 60)
      watch.look()
    }
    expect((await overHttp1(get)).name).toBe('first')
    replace(readFileSync(other.cert), 1)
    expect((await overHttp1(get)).name).toBe('second')
    replace('broken', 2)
    expect((await overHttp1(get)).name).toBe('second')
    await watch.close()
  })
})

describe('a certificate', () => {
  it.each([
    [
      'a file that is not there',
      { cert: '/nowhere.pem', key: other.key },
      /TLS_CERT names \/nowhere/,
    ],
    ['a key for a certificate', { cert: other.key, key: other.key }, /TLS_CERT .* no certificate/],
    ['a certificate for a key', { cert: other.cert, key: other.cert }, /TLS_KEY .* no private key/],
    [
      'the key of another one',
      { cert: other.cert, key: selfSigned('third').key },
      /does not belong to the certificate/,
    ],
  ])('with %s is told in a sentence', (_, given, sentence) => {
    expect(() => readCertificate(given)).toThrow(sentence)
  })
})
