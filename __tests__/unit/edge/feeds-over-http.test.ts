import { openEdge } from './fake-renderer.ts'

type Opened = Awaited<ReturnType<typeof openEdge>>
let edge: Opened
let body = '<rss/>'
beforeEach(async () => {
  body = '<rss/>'
  edge = await openEdge()
  edge.state.handler = (_req, res) =>
    res
      .writeHead(200, {
        'Content-Type': 'application/rss+xml; charset=utf-8',
        Link: '<https://hub.example/>; rel="hub"',
        'Access-Control-Allow-Origin': '*',
        'X-Robots-Tag': 'noindex',
        'X-Other': 'stays behind',
        'x-portal-answer': JSON.stringify({ status: 200, keys: ['articles:1'] }),
      })
      .end(body)
})
afterEach(() => edge.close())

const feed = '/en/feed.xml'
const again = async (path = feed, headers: Record<string, string> = {}) => {
  edge.edge.cache.purge(['articles:1'], false)
  return await edge.ask(path, { headers })
}

describe('a feed', () => {
  it('says what its route says of it, and nothing else of the renderer’s', async () => {
    const { headers } = await edge.ask(feed)
    expect(headers).toMatchObject({
      link: '<https://hub.example/>; rel="hub"',
      'access-control-allow-origin': '*',
      'x-robots-tag': 'noindex',
      'content-type': 'application/rss+xml; charset=utf-8',
    })
    expect(headers).not.toHaveProperty('x-other')
    expect(headers).not.toHaveProperty('x-portal-answer')
  })

  it('keeps its date while its content stays, and gets a later one when it changes', async () => {
    const first = String((await edge.ask(feed)).headers['last-modified'])
    expect((await again()).headers['last-modified']).toBe(first)
    body = '<rss>new</rss>'
    const changed = String((await again()).headers['last-modified'])
    expect(Date.parse(changed)).toBeGreaterThan(Date.parse(first))
    expect((await again(feed, { 'if-modified-since': first })).status).toBe(200)
    const known = await again(feed, { 'if-modified-since': changed })
    expect([known.status, known.text, known.headers['last-modified']]).toEqual([304, '', changed])
  })

  it.each(['gzip', 'br', ''])('a tag wins over a date, in the coding "%s"', async (coding) => {
    const { headers } = await edge.ask(feed, { headers: { 'accept-encoding': coding } })
    const date = String(headers['last-modified'])
    const status = async (sent: Record<string, string>) =>
      (await edge.ask(feed, { headers: { 'accept-encoding': coding, ...sent } })).status
    expect(await status({ 'if-modified-since': date })).toBe(304)
    expect(await status({ 'if-modified-since': date, 'if-none-match': '"other"' })).toBe(200)
    expect(await status({ 'if-modified-since': 'no date', 'if-none-match': '' })).toBe(200)
    expect(await status({ 'if-modified-since': 'no date' })).toBe(200)
  })
})

describe('a sitemap', () => {
  it('may be larger than a page, and is kept', async () => {
    body = 'a'.repeat(9 * 1024 * 1024)
    const path = '/en/sitemaps/2026-11.xml'
    expect((await edge.ask(path, { headers: { 'accept-encoding': 'br' } })).status).toBe(200)
    const { headers } = await edge.ask(path, { headers: { 'accept-encoding': 'br' } })
    expect(headers['cache-status']).toMatch(/; hit/)
    expect((await edge.ask(feed)).status).toBe(503)
  })
})

describe('files of the site', () => {
  it.each(['/robots.txt', '/sitemap.xml', '/.well-known/security.txt', '/.well-known/gpc.json'])(
    '%s is kept, in no language',
    async (path) => {
      await edge.ask(path)
      const { status, headers } = await edge.ask(path)
      expect([status, headers['content-language']]).toEqual([200, undefined])
      expect(headers['cache-status']).toMatch(/; hit/)
      expect((await edge.ask(path, { method: 'POST' })).status).toBe(405)
    },
  )

  it.each([
    ['/security.txt', 308, '/.well-known/security.txt'],
    ['/.well-known/change-password', 303, '/admin/account'],
  ])('%s leads on', async (path, status, to) => {
    const answer = await edge.ask(path)
    expect([answer.status, answer.headers.location]).toEqual([status, to])
  })
})
