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

  it('is fresh no longer than its note says', async () => {
    edge.state.handler = (_req, res) =>
      sendHtml(res, nextPage('in a hurry', { status: 200, keys: [], freshSeconds: 10 }))
    const { headers } = await edge.ask('/en/city')
    expect(headers['cdn-cache-control']).toMatch(/^max-age=10,/)
    expect(headers['cache-status']).toMatch(/; ttl=10$/)
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
