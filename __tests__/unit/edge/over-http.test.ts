import net from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
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

describe('a reader page', () => {
  it('is rendered once, finished, and then answered from memory', async () => {
    const miss = await edge.ask(story)
    const hit = await edge.ask(story)
    expect(miss.headers['cache-status']).toBe('iChongqing; fwd=miss; stored; ttl=3600')
    expect(hit.headers['cache-status']).toBe('iChongqing; hit; ttl=3600')
    expect(hit.headers.age).toBe('0')
    expect(hit.text).toBe(miss.text)
    expect(hit.text).not.toMatch(/<script|portal:answer/)
    expect(edge.state.renders).toEqual([`GET ${story}`])
  })

  it('carries its policies, keys and lifetime, and no cookie', async () => {
    const { headers } = await edge.ask(story)
    expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self';")
    expect(headers).toMatchObject({
      'cache-control': 'public, max-age=0, must-revalidate',
      'cdn-cache-control': expect.stringContaining('max-age=3600'),
      'surrogate-key': `address:${story} articles:1 site`,
      'content-language': 'en',
      vary: 'Accept-Encoding',
      'x-content-type-options': 'nosniff',
      'strict-transport-security': expect.any(String),
    })
    expect(headers).not.toHaveProperty('set-cookie')
    expect(headers).not.toHaveProperty('x-powered-by')
  })

  it('is the same in every coding, each with an ETag of its own', async () => {
    const plain = await edge.ask(story)
    const br = await edge.ask(story, { headers: { 'accept-encoding': 'gzip, br' } })
    const gzip = await edge.ask(story, { headers: { 'accept-encoding': 'gzip' } })
    expect(br.headers['content-encoding']).toBe('br')
    expect(brotliDecompressSync(br.body).toString()).toBe(plain.text)
    expect(gunzipSync(gzip.body).toString()).toBe(plain.text)
    expect(new Set([plain, br, gzip].map(({ headers }) => headers.etag)).size).toBe(3)
    for (const [told, coding] of [
      [plain, ''],
      [br, 'br'],
      [gzip, 'gzip'],
    ] as const) {
      const headers = { 'accept-encoding': coding, 'if-none-match': `"x", W/${told.headers.etag}` }
      const again = await edge.ask(story, { headers })
      expect(again).toMatchObject({ status: 304, text: '' })
      expect(again.headers.etag).toBe(told.headers.etag)
    }
  })

  it('answers HEAD as GET without its content', async () => {
    const get = await edge.ask(story)
    const head = await edge.ask(story, { method: 'HEAD' })
    expect(head.text).toBe('')
    expect(head.headers['content-length']).toBe(get.headers['content-length'])
  })

  it('is fresh again with the first request after a purge', async () => {
    await edge.ask(story)
    edge.state.handler = (_req, res) => sendHtml(res, nextPage('new', { status: 200, keys: [] }))
    edge.edge.cache.purge(['articles:1'], false)
    const fresh = await edge.ask(story)
    expect(fresh.text).toContain('new')
    expect(fresh.headers['cache-status']).toBe('iChongqing; fwd=stale; stored; ttl=3600')
  })

  it.each([
    ['500', (res: import('node:http').ServerResponse) => sendHtml(res, 'x', 500)],
    ['half a page', (res: import('node:http').ServerResponse) => sendHtml(res, '<html><body>')],
    ['a broken connection', (res: import('node:http').ServerResponse) => res.destroy()],
  ])(
    'is served stale when the renderer gives %s, and an error page where nothing is kept',
    async (_, fail) => {
      await edge.ask(story)
      edge.state.handler = (_req, res) => fail(res)
      edge.edge.cache.purge(['articles:1'], false)
      const stale = await edge.ask(story)
      expect(stale.status).toBe(200)
      expect(stale.headers['cache-status']).toBe('iChongqing; fwd=stale; detail=stale-if-error')
      const error = await edge.ask('/zh/2023/11/10/other')
      expect(error.status).toBe(503)
      expect(error.headers).toMatchObject({ 'retry-after': '5', 'cache-control': 'no-store' })
      expect(error.text).toContain('<html lang="zh-Hans">')
      expect(error.headers['content-security-policy']).toMatch(/style-src 'sha256-/)
    },
  )

  it('takes status and redirect from its note', async () => {
    edge.state.handler = (req, res) => {
      if (req.url === '/en/old')
        return sendHtml(res, nextPage('', { status: 301, keys: ['a:1'], location: '/en/new' }))
      sendHtml(res, nextPage('withdrawn', { status: 410, keys: [] }))
    }
    expect(await edge.ask('/en/city')).toMatchObject({ status: 410 })
    const moved = await edge.ask('/en/old')
    expect(moved).toMatchObject({ status: 301, text: '', headers: { location: '/en/new' } })
    expect(moved.headers['surrogate-key']).toContain('a:1')
  })

  it('never redirects out of the site', async () => {
    edge.state.handler = (_req, res) => res.writeHead(307, { location: '//evil.example' }).end()
    expect(await edge.ask('/en/city')).toMatchObject({ status: 500 })
  })

  it('is rendered with the host of the site, whatever the request says', async () => {
    const seen: unknown[] = []
    edge.state.handler = (req, res) => {
      seen.push(req.headers.host, req.headers['x-forwarded-host'], req.headers.cookie)
      sendHtml(res, nextPage('', { status: 200, keys: [] }))
    }
    await edge.ask(story, {
      headers: {
        host: 'evil.example',
        'x-forwarded-host': 'evil.example',
        cookie: 'payload-token=x',
      },
    })
    expect(seen).toEqual(['portal.example', 'portal.example', undefined])
  })
})

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

describe('a message', () => {
  const send = (body: string, headers = {}) =>
    edge.ask('/en/message/send', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    })

  it('reaches the renderer, with the address of who sends it, and its answer is not kept', async () => {
    let seen: unknown
    edge.state.handler = async (req, res) => {
      let text = ''
      for await (const chunk of req) text += chunk
      seen = [text, req.headers['x-forwarded-for'], req.headers.cookie]
      sendHtml(res, nextPage('not so', { status: 422, keys: [] }))
    }
    const told = await send('a=1', { 'x-forwarded-for': '6.6.6.6', cookie: 'payload-token=x' })
    expect(seen).toEqual(['a=1', '127.0.0.1', undefined])
    expect(told).toMatchObject({ status: 422, headers: { 'cache-control': 'private, no-store' } })
    expect(told.text).not.toContain('<script')
  })

  it('is followed by a redirect to a page of its own', async () => {
    edge.state.handler = (req, res) => {
      req.resume()
      res.writeHead(303, { location: 'https://portal.example/en/message/thanks' }).end()
    }
    expect(await send('a=1')).toMatchObject({
      status: 303,
      headers: { location: '/en/message/thanks' },
    })
  })

  it('is refused over 64 KB, announced or not', async () => {
    const long = 'a'.repeat(70_000)
    expect(await send(long)).toMatchObject({ status: 413 })
    expect(await send(long, { 'transfer-encoding': 'chunked' })).toMatchObject({ status: 413 })
    expect(edge.state.renders).toEqual([])
  })

  it('is answered with the status of the handler when its form comes back', async () => {
    edge.state.handler = (req, res) => {
      req.resume()
      sendHtml(res, nextPage('the form', { status: 200, keys: [] }), 422)
    }
    expect(await send('a=1')).toMatchObject({ status: 422 })
  })

  it('from another site is refused in words', async () => {
    edge.state.handler = (req, res) => {
      req.resume()
      res.writeHead(403).end()
    }
    const told = await send('a=1')
    expect(told.status).toBe(403)
    expect(told.text).toContain('<h1>')
  })

  it('is written at its form: opening the address leads there', async () => {
    expect(await edge.ask('/en/message/send')).toMatchObject({
      status: 303,
      headers: { location: '/en/message' },
    })
  })
})

describe('the newsroom', () => {
  it('is handed through as it is, cookies too, without what only the edge may say', async () => {
    let seen: unknown
    edge.state.handler = (req, res) => {
      const { cookie, connection, ...headers } = req.headers
      seen = [
        req.url,
        cookie,
        headers['x-middleware-subrequest'],
        headers['x-portal-a'],
        headers['x-forwarded-proto'],
        headers['x-hop'],
      ]
      res
        .writeHead(201, {
          'set-cookie': ['a=1', 'b=2'],
          'x-powered-by': 'Next.js',
          'content-type': 'application/json',
        })
        .end('{}')
    }
    const told = await edge.ask('/api/articles?where[a]=b', {
      method: 'PATCH',
      body: '{}',
      headers: {
        cookie: 'c=d',
        'x-middleware-subrequest': 'x',
        'x-portal-a': 'x',
        'x-forwarded-proto': 'ftp',
        connection: 'x-hop',
        'x-hop': '1',
      },
    })
    expect(seen).toEqual([
      '/api/articles?where[a]=b',
      'c=d',
      undefined,
      undefined,
      'https',
      undefined,
    ])
    expect(told).toMatchObject({
      status: 201,
      text: '{}',
      headers: { 'set-cookie': ['a=1', 'b=2'], 'cache-control': 'private, no-store' },
    })
    expect(told.headers).not.toHaveProperty('x-powered-by')
  })

  it('is compressed on its way', async () => {
    edge.state.handler = (_req, res) => {
      res.writeHead(200, { 'content-type': 'text/html', etag: '"a"' })
      res.write('a'.repeat(1000))
      setTimeout(() => res.end('b'.repeat(1000)), 20)
    }
    const told = await edge.ask('/admin', { headers: { 'accept-encoding': 'br' } })
    expect(told.headers).toMatchObject({ 'content-encoding': 'br', vary: 'Accept-Encoding' })
    expect(told.headers).not.toHaveProperty('etag')
    expect(brotliDecompressSync(told.body).toString()).toBe('a'.repeat(1000) + 'b'.repeat(1000))
  })

  it('answers 503 while the renderer is away', async () => {
    edge.state.up = false
    expect(await edge.ask('/admin')).toMatchObject({ status: 503, headers: { 'retry-after': '5' } })
  })

  it('takes no upload over 25 MB', async () => {
    const headers = { 'content-length': String(26 * 1024 * 1024) }
    expect(await edge.ask('/api/media', { method: 'POST', headers, body: 'a' })).toMatchObject({
      status: 413,
    })
  })
})

describe('files', () => {
  it('of a build are immutable and compressed', async () => {
    const told = await edge.ask('/_next/static/chunks/a.js', {
      headers: { 'accept-encoding': 'br' },
    })
    expect(told.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-encoding': 'br',
      'content-type': 'text/javascript; charset=utf-8',
    })
    const headers = { 'accept-encoding': 'br', 'if-none-match': `${told.headers.etag}` }
    expect(await edge.ask('/_next/static/chunks/a.js', { headers })).toMatchObject({ status: 304 })
    expect(await edge.ask('/enhance/portal-1a2b3c4d.js')).toMatchObject({ status: 200 })
    expect(await edge.ask('/favicon.svg')).toMatchObject({ status: 200 })
  })

  it('of earlier builds are there for pages that are still open', async () => {
    for (const target of ['/_next/static/chunks/old.css', '/enhance/portal-0a0b0c0d.js'])
      expect(await edge.ask(target)).toMatchObject({
        status: 200,
        headers: { 'cache-control': 'public, max-age=31536000, immutable' },
      })
    expect(await edge.ask('/_next/static/chunks/half.css')).toMatchObject({ status: 404 })
  })

  it('outside of their folders, or meant for the build, are not there', async () => {
    for (const target of [
      '/_next/static/chunks/b.js',
      '/enhance/manifest.json',
      '/_next/server/a.js',
      '/media/1-abc/..%2f..%2fsecrets.json',
      '/media/1-abc/none-1.jpg',
    ])
      expect(await edge.ask(target)).toMatchObject({ status: 404 })
  })

  it('of pictures come in ranges', async () => {
    const picture = '/media/1-abc/wide-640.jpg'
    expect(await edge.ask(picture)).toMatchObject({
      status: 200,
      text: '0123456789',
      headers: { 'content-type': 'image/jpeg', 'accept-ranges': 'bytes' },
    })
    expect(await edge.ask(picture, { headers: { range: 'bytes=2-4' } })).toMatchObject({
      status: 206,
      text: '234',
      headers: { 'content-range': 'bytes 2-4/10' },
    })
    expect(await edge.ask(picture, { headers: { range: 'bytes=10-' } })).toMatchObject({
      status: 416,
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
