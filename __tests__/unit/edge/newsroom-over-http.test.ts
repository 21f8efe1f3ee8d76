import { brotliDecompressSync } from 'node:zlib'
import { openEdge } from './fake-renderer.ts'

type Opened = Awaited<ReturnType<typeof openEdge>>
let edge: Opened
beforeEach(async () => {
  edge = await openEdge()
})
afterEach(() => edge.close())

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

  it('says when to come again where a screen cannot be made, in place of what Next says', async () => {
    edge.state.handler = (_req, res) =>
      res.writeHead(500, { 'content-type': 'text/html' }).end('<h1>Application error</h1>')
    const accept = { headers: { accept: 'text/html,*/*' } }
    const told = await edge.ask('/admin/collections/articles', accept)
    expect(told).toMatchObject({ status: 503, headers: { 'retry-after': '5' } })
    expect(told.text).toContain('</html>')
    expect(told.text).not.toContain('Application error')
    expect((await edge.ask('/api/articles', accept)).status).toBe(500)
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
