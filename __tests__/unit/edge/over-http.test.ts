import net from 'node:net'
import { nextPage, openEdge, sendHtml } from './fake-renderer.ts'

type Opened = Awaited<ReturnType<typeof openEdge>>
let edge: Opened
beforeEach(async () => {
  edge = await openEdge()
  edge.state.handler = (req, res) =>
    sendHtml(res, nextPage(`<p>${req.url}</p>`, { status: 200, keys: ['articles:1'] }))
})
afterEach(() => edge.close())

const story = '/en/2023/11/10/slug'

describe('an unknown address', () => {
  it('costs one render for each language, however many are asked for', async () => {
    edge.state.handler = (_req, res) =>
      sendHtml(res, nextPage('nothing', { status: 404, keys: [] }))
    for (let number = 0; number < 20; number++)
      expect(await edge.ask(`/en/a/b/c/d/${number}`)).toMatchObject({ status: 404 })
    const elsewhere = await edge.ask('/nowhere', { headers: { 'accept-language': 'zh' } })
    expect(elsewhere.headers.vary).toBe('Accept-Encoding, Accept-Language, Cookie')
    expect(edge.state.renders).toEqual(['GET /en/-/not-found', 'GET /zh/-/not-found'])
  })

  it('stays a 404 for who asks conditionally', async () => {
    edge.state.handler = (_req, res) =>
      sendHtml(res, nextPage('nothing', { status: 404, keys: [] }))
    expect(await edge.ask('/en/a/b', { headers: { 'if-none-match': '*' } })).toMatchObject({
      status: 404,
    })
  })
})

describe('languages', () => {
  it('/ chooses and is not kept by anyone', async () => {
    const told = await edge.ask('/', { headers: { 'accept-language': 'zh-CN' } })
    expect(told).toMatchObject({
      status: 307,
      headers: {
        location: '/zh',
        vary: 'Accept-Language, Cookie',
        'cache-control': 'private, no-store',
      },
    })
  })

  it('the switch alone sets the cookie, and goes on to the clean address', async () => {
    const told = await edge.ask('/zh?switch=zh')
    expect(told).toMatchObject({ status: 303, headers: { location: '/zh' } })
    expect(told.headers['set-cookie']).toEqual([
      'NEXT_LOCALE=zh; Max-Age=31536000; Path=/; SameSite=Lax; Secure',
    ])
  })
})

describe('methods', () => {
  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'TRACE'])(
    '%s of a page is refused with what is allowed',
    async (method) => {
      expect(await edge.ask(story, { method })).toMatchObject({
        status: 405,
        headers: { allow: 'GET, HEAD, OPTIONS' },
      })
    },
  )

  it('OPTIONS says what is allowed', async () => {
    expect(await edge.ask('/en/message/send', { method: 'OPTIONS' })).toMatchObject({
      status: 204,
      headers: { allow: 'GET, HEAD, OPTIONS, POST' },
    })
  })
})

describe('what is no proper request', () => {
  const raw = (text: string): Promise<string> =>
    new Promise((resolve) => {
      const socket = net.connect(Number(new URL(edge.url).port), '127.0.0.1', () =>
        socket.end(text),
      )
      let told = ''
      socket.on('data', (chunk) => {
        told += chunk
      })
      socket.on('close', () => resolve(told.split('\r\n')[0] ?? ''))
    })

  it('is refused in one line', async () => {
    expect(await raw('nonsense\r\n\r\n')).toBe('HTTP/1.1 400 Bad Request')
    expect(
      await raw(
        'POST /en/message/send HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      ),
    ).toBe('HTTP/1.1 400 Bad Request')
    expect(await raw(`GET /en HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(70_000)}\r\n\r\n`)).toBe(
      'HTTP/1.1 431 Request Header Fields Too Large',
    )
  })
})
