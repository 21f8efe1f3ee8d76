import { once } from 'node:events'
import net from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import pino from 'pino'
import { QuickServer } from '../../../edge/quick/quick-server.ts'
import { readSimple } from '../../../edge/quick/simple-request.ts'
import { nextPage, openEdge, sendHtml } from './fake-renderer.ts'

const story = '/en/2023/11/10/slug'
const simple = (path = story, ...fields: string[]) =>
  `${[`GET ${path} HTTP/1.1`, 'Host: portal.example', 'Accept-Encoding: br', ...fields].join('\r\n')}\r\n\r\n`

describe('a simple request', () => {
  it('is read with what it asks for, and where the next one begins', () => {
    const text = simple(story, 'If-None-Match: "a"') + simple('/zh')
    const first = readSimple(text, 0, null)
    expect(first?.request).toMatchObject({
      path: story,
      wants: { coding: 'br', ifNoneMatch: '"a"' },
    })
    const second = readSimple(text, first?.length ?? 0, first)
    expect(second?.request).toMatchObject({
      path: '/zh',
      wants: { coding: 'br', ifNoneMatch: undefined },
    })
    expect((first?.length ?? 0) + (second?.length ?? 0)).toBe(text.length)
  })

  it('is known again, and only where it is the very same', () => {
    const first = readSimple(simple(story, 'If-None-Match: "a"'), 0, null)
    const next = (text: string) => readSimple(text, 0, first)
    expect(next(simple(story, 'If-None-Match: "a"') + simple('/zh'))).toBe(first)
    expect(next(simple(story, 'If-None-Match: "a"').slice(0, -2))).toBeNull()
    expect(next(simple(story, 'If-None-Match: "a"', 'Range: bytes=0-1'))).toBeNull()
    expect(next(simple(story, 'If-None-Match: "b"'))?.request.wants.ifNoneMatch).toBe('"b"')
  })

  it.each([
    ['another method', simple().replace('GET', 'HEAD')],
    ['another version', simple().replace('1.1', '1.0')],
    ['a query', simple(`${story}?a=b`)],
    ['percent-encoding', simple('/en/%61')],
    ['an absolute target', simple(`http://portal.example${story}`)],
    ['no host', simple().replace('Host', 'X-Host')],
    ['two hosts', simple(story, 'Host: other.example')],
    ['a host that is none', simple().replace('portal.example', 'a]:b')],
    ['too many fields', simple(story, ...Array<string>(200).fill('A: b'))],
    ['an empty host', simple().replace('portal.example', '')],
    ['two codings', simple(story, 'Accept-Encoding: gzip')],
    ['a length', simple(story, 'Content-Length: 0')],
    ['a transfer coding', simple(story, 'Transfer-Encoding: chunked')],
    ['a blank before the colon', simple(story, 'Content-Length : 5')],
    ['a folded line', simple(story, 'A: b', ' c')],
    ['a bare line feed', simple().replace('\r\nHost', '\nHost')],
    ['a bare return within a value', simple(story, 'A: b\rContent-Length: 5')],
    ['a zero byte', simple(story, 'A: b\0c')],
    ['a letter beyond ASCII', simple(story, 'A: é')],
    ['a connection that is to be closed', simple(story, 'Connection: close')],
    ['names of its connection', simple(story, 'Connection: keep-alive, accept-encoding')],
    ['an expectation', simple(story, 'Expect: 100-continue')],
    ['a range', simple(story, 'Range: bytes=0-1')],
    ['a date', simple(story, 'If-Modified-Since: Mon, 23 Nov 2026 00:00:00 GMT')],
    ['a head that has no end yet', simple().slice(0, -1)],
  ])('is not one with %s', (_, text) => {
    expect(readSimple(text, 0, null)).toBeNull()
  })
})

describe('the quick desk', () => {
  type Opened = Awaited<ReturnType<typeof openEdge>>
  let quick: Opened
  let plain: Opened
  beforeAll(async () => {
    quick = await openEdge()
    plain = await openEdge({ log: pino({ level: 'debug' }, { write: () => {} }) })
    for (const edge of [quick, plain]) {
      edge.state.handler = (req, res) =>
        sendHtml(res, nextPage(`<p>${req.url}</p>`, { status: 200, keys: ['articles:1'] }))
      await edge.ask(story)
      await edge.ask('/zh')
    }
  })
  afterAll(() => plain.close())

  /** Everything that comes back for some bytes, sent in pieces; then the sending side is closed. */
  async function exchange(url: string, pieces: readonly Buffer[]): Promise<string> {
    const { hostname, port } = new URL(url)
    const socket = net.connect(Number(port), hostname)
    let text = ''
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1')
    })
    socket.on('error', () => {})
    for (const piece of pieces) {
      socket.write(piece)
      if (pieces.length > 1) await pause(1)
    }
    socket.end()
    if (!socket.closed) await once(socket, 'close')
    return text
  }
  /** Does it for each, some at a time: most of it is waiting. */
  async function several<T>(all: readonly T[], check: (one: T) => Promise<void>): Promise<void> {
    const left = all.values()
    const work = async () => {
      for (const one of left) await check(one)
    }
    await Promise.all(Array.from({ length: 16 }, work))
  }
  const timeless = (text: string) =>
    text.replace(/^(?:Date|Age|Cache-Status|X-Request-Id): .*$/gim, '').replace(/[\r\n]+/g, '\n')

  const bytes = (...parts: string[]) => Buffer.from(parts.join(''), 'latin1')
  const sequences: [string, Buffer][] = [
    ['one page', bytes(simple())],
    ['pages in a row', bytes(simple(), simple('/zh'), simple(), simple('/zh'))],
    ['a page that is not kept between', bytes(simple(), simple('/en/city'), simple('/zh'))],
    ['a HEAD after a page', bytes(simple(), simple().replace('GET', 'HEAD'), simple('/zh'))],
    ['a page for who takes no coding', bytes(simple().replace('br', 'identity'), simple())],
    [
      'a form after a page',
      bytes(simple(), 'POST /count HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nGET', simple()),
    ],
    [
      'two lengths after a page',
      bytes(
        simple(),
        'POST /count HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nGET ',
        simple(),
      ),
    ],
    [
      'length and coding after a page',
      bytes(
        simple(),
        'POST /count HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
        simple(),
      ),
    ],
    ['noise after a page', bytes(simple(), '\x16\x03\x01', simple())],
    ['half a request after a page', bytes(simple(), simple().slice(0, 30))],
    [
      'as many fields as are refused',
      bytes(simple(story, ...Array<string>(200).fill('A: b')), simple()),
    ],
    ['nothing', bytes('')],
  ]

  it.each(sequences)('answers as Node alone does: %s', async (_, sent) => {
    const wanted = timeless(await exchange(plain.url, [sent]))
    expect(timeless(await exchange(quick.url, [sent]))).toBe(wanted)
  })

  it('does so wherever the bytes are parted', async () => {
    const sent = bytes(simple(), simple('/zh'), simple('/en/city'), simple())
    const wanted = timeless(await exchange(plain.url, [sent]))
    const places = Array.from({ length: sent.length - 1 }, (_, at) => at + 1)
    await several(places, async (at) => {
      const told = await exchange(quick.url, [sent.subarray(0, at), sent.subarray(at)])
      expect([at, timeless(told)]).toEqual([at, wanted])
    })
  })

  it('does so whatever byte is another one', async () => {
    const good = simple(story, 'X-Some: thing')
    const others = ['\0', '\t', '\n', '\r', ' ', ':', '\x7f', '\xe9']
    const changes = Array.from(good).flatMap((_, at) => others.map((other) => ({ at, other })))
    await several(changes, async ({ at, other }) => {
      const sent = bytes(good.slice(0, at), other, good.slice(at + 1), simple('/zh'))
      const [told, wanted] = await Promise.all(
        [quick, plain].map(({ url }) => exchange(url, [sent])),
      )
      expect([at, other, timeless(told ?? '')]).toEqual([at, other, timeless(wanted ?? '')])
    })
  }, 20_000)

  it('answers no further while who asks does not read', async () => {
    const large = Buffer.alloc(1024 * 1024)
    let answered = 0
    const server = new QuickServer(
      {},
      () => {},
      () => {
        answered++
        return large
      },
    )
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as net.AddressInfo
    const socket = net.connect(port, '127.0.0.1').pause()
    socket.write(simple().repeat(100))
    let before = -1
    while (before !== answered) {
      before = answered
      await pause(100)
    }
    expect(answered).toBeLessThan(50)
    let read = 0
    socket.on('data', (chunk: Buffer) => {
      read += chunk.length
    })
    socket.resume()
    while (read < 100 * large.length) await pause(10)
    expect(answered).toBe(100)
    socket.end()
    await Promise.all([once(socket, 'close'), new Promise((resolve) => server.close(resolve))])
  })

  it('cuts a connection on which nothing comes or goes, and no other', async () => {
    const server = new QuickServer(
      { keepAliveTimeout: 400 },
      () => {},
      () => Buffer.from('answer'),
    )
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as net.AddressInfo
    const [silent, asking] = [net.connect(port, '127.0.0.1'), net.connect(port, '127.0.0.1')]
    const asks = setInterval(() => asking.write(simple()), 50)
    await once(silent.resume(), 'close')
    const [answer] = await once(asking, 'data')
    expect(String(answer)).toMatch(/^answer/)
    clearInterval(asks)
    await Promise.all([once(asking.resume(), 'close'), new Promise((done) => server.close(done))])
  })

  it('lets go of its connections when the portal closes', async () => {
    const { hostname, port } = new URL(quick.url)
    const socket = net.connect(Number(port), hostname)
    socket.write(simple())
    await once(socket, 'data')
    await Promise.all([once(socket.resume(), 'close'), quick.close()])
  })
})
