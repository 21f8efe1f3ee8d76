import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openNewsroomPort } from '../../../edge/newsroom/newsroom-port.ts'
import { ask, nextPage, openEdge, sendHtml } from './fake-renderer.ts'
import { exchange } from './raw.ts'

type Opened = Awaited<ReturnType<typeof openEdge>>
let edge: Opened
beforeEach(async () => {
  edge = await openEdge()
})
afterEach(() => edge.close())

const answersWith = (type: string, body = 'x') => {
  edge.state.handler = (_req, res) => res.writeHead(200, { 'Content-Type': type }).end(body)
}

describe('the newsroom behind the edge', () => {
  it('gives each page a policy with a nonce of its own, and tells it to Next', async () => {
    const told: unknown[] = []
    edge.state.handler = (req, res) => {
      told.push(req.headers['content-security-policy'])
      sendHtml(res, '<html></html>')
    }
    const forged = { 'content-security-policy': "script-src 'nonce-forged'" }
    const answers = [
      await edge.ask('/admin', { headers: forged }),
      await edge.ask('/admin/login'),
    ].map(({ headers }) => String(headers['content-security-policy']))
    expect(answers).toEqual(told)
    const nonces = answers.map(
      (policy) =>
        /script-src 'nonce-([A-Za-z0-9+/]{22}==)' 'strict-dynamic';/.exec(policy)?.[1] ?? policy,
    )
    expect(new Set(nonces).size).toBe(2)
    for (const policy of answers) {
      expect(policy).toMatch(/^default-src 'none';.*frame-ancestors 'none'/)
      expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/)
    }
  })

  it('keeps its pages out of memory, frames, search engines and other sites', async () => {
    answersWith('text/html')
    expect((await edge.ask('/admin')).headers).toMatchObject({
      'cache-control': 'private, no-store',
      'x-frame-options': 'DENY',
      'x-robots-tag': 'noindex',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
      'strict-transport-security': expect.any(String),
      'x-content-type-options': 'nosniff',
    })
  })

  it.each([
    ['/api/users/me', 'application/json', "default-src 'none'; frame-ancestors 'none'"],
    ['/admin', 'text/x-component', "default-src 'none'; frame-ancestors 'none'"],
    ['/api/users/me', 'text/html', "default-src 'none'; frame-ancestors 'none'"],
    ['/api/media/file/a.jpg', 'image/jpeg', "default-src 'none'; frame-ancestors 'none'; sandbox"],
  ])('%s as %s may run nothing', async (path, type, policy) => {
    answersWith(type)
    const { headers } = await edge.ask(path)
    expect(headers['content-security-policy']).toBe(policy)
    expect(headers['content-type']).toBe(type)
  })

  it.each(['text/html', 'image/svg+xml', 'application/xhtml+xml', 'text/xml'])(
    'an upload that says it is %s is saved, and never shown',
    async (type) => {
      answersWith(type, '<script>alert(1)</script>')
      expect((await edge.ask('/api/media/file/a.html')).headers).toMatchObject({
        'content-type': 'application/octet-stream',
        'content-disposition': 'attachment',
        'content-security-policy': expect.stringContaining('sandbox'),
      })
    },
  )

  it.each([
    '/admin/../_next/image',
    '/admin/x\\..\\..\\_next\\image',
    '/admin/%2e%2e/api/x',
    '/en/../api/users',
    '/api/x%2f..%2f..%2fdrawings',
    '/api/..%5c..%5cdrawings',
    '/api//users',
    '/admin/.%2E/.env',
    '/ADMIN',
    '//admin',
    '/admin;/x',
    '/admin.json',
    '/apix',
    '/_next/data/build/admin.json',
    '/_next/image?url=%2Fadmin&w=64&q=75',
    '/_next/static/chunks/a.js.map',
    '/_next/static/../server/app.js',
    '/_next',
    '/__nextjs_original-stack-frame',
    '/.git/config',
    '/.env',
    '/.next/BUILD_ID',
    '/media/../secrets.json',
    '/media/%2e%2e/secrets.json',
    '/enhance/manifest.json',
    '/drawings/../admin',
  ])('%s is not found, and never asked of the renderer', async (path) => {
    edge.state.handler = (req, res) => {
      if (req.url?.endsWith('/-/not-found')) sendHtml(res, 'x', 500)
      else sendHtml(res, 'reached')
    }
    expect(await edge.ask(path)).toMatchObject({ status: 404 })
    expect(edge.state.renders.filter((line) => !line.endsWith('/-/not-found'))).toEqual([])
  })
})

describe('the newsroom at a port of its own', () => {
  const url = 'https://desk.example'
  let server: Server
  let port: string
  let readers: Opened
  beforeEach(async () => {
    const address = { host: '127.0.0.1', port: 0 }
    readers = await openEdge({ newsroom: { url, address } })
    readers.state.handler = (_req, res) =>
      sendHtml(res, nextPage('page', { status: 200, keys: [] }))
    server = await openNewsroomPort(readers.edge, url, address, null)
    port = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterEach(async () => {
    server.closeAllConnections()
    server.close()
    await readers.close()
  })

  it('is not found at the port of readers, however they name the host', async () => {
    for (const path of ['/admin', '/api/users/me', '/.well-known/change-password'])
      expect(await readers.ask(path, { headers: { host: 'desk.example' } })).toMatchObject({
        status: 404,
      })
    expect(await readers.ask('/en')).toMatchObject({ status: 200 })
  })

  it('is found there, with its assets and pictures, under its own name', async () => {
    const told: unknown[] = []
    readers.state.handler = (req, res) => {
      told.push(req.headers['x-forwarded-proto'])
      sendHtml(res, 'desk')
    }
    expect(await ask(port, '/admin')).toMatchObject({ status: 200, text: 'desk' })
    expect(told).toEqual(['https'])
    expect((await ask(port, '/.well-known/change-password')).headers.location).toBe(
      '/admin/account',
    )
    expect(await ask(port, '/_next/static/chunks/a.js')).toMatchObject({ status: 200 })
    expect(await ask(port, '/media/1-abc/wide-640.jpg')).toMatchObject({ status: 200 })
  })

  it('leads readers to the site, even to a page that is kept', async () => {
    await readers.ask('/en')
    for (const path of ['/en', '/en/city?a=b', '/'])
      expect(await ask(port, path)).toMatchObject({
        status: 307,
        headers: { location: `https://portal.example${path.split('?')[0]}` },
      })
  })
})

describe('the newsroom at a name of its own', () => {
  let both: Opened
  const seen: unknown[] = []
  beforeEach(async () => {
    seen.length = 0
    both = await openEdge({ newsroom: { url: 'https://desk.example', address: null } })
    both.state.handler = (req, res) => {
      seen.push(req.headers['x-forwarded-host'])
      sendHtml(res, nextPage('page', { status: 200, keys: [] }))
    }
  })
  afterEach(() => both.close())
  const at = (host: string, path: string, method = 'GET') =>
    both.ask(path, { method, headers: { host, 'accept-encoding': 'br' } })

  it.each([
    'portal.example',
    'www.desk.example',
    'desk.example.evil',
    'localhost:3000',
    '127.0.0.1',
  ])('is not found at %s', async (host) => {
    for (const path of ['/admin', '/admin/login', '/api/users/me', '/.well-known/change-password'])
      expect(await at(host, path)).toMatchObject({ status: 404 })
    expect(await at(host, '/api/users/login', 'POST')).toMatchObject({ status: 404 })
    expect(both.state.renders).toEqual([])
    expect(await at(host, '/en')).toMatchObject({ status: 200 })
  })

  it.each(['desk.example', 'DESK.example:8443', 'desk.example.'])(
    'is found at %s',
    async (host) => {
      expect(await at(host, '/admin')).toMatchObject({ status: 200 })
      expect(await at(host, '/api/users/me')).toMatchObject({ status: 200 })
      expect(seen).toEqual([host, host])
      expect(await at(host, '/_next/static/chunks/a.js')).toMatchObject({ status: 200 })
      expect(await at(host, '/media/1-abc/wide-640.jpg')).toMatchObject({ status: 200 })
    },
  )

  it('leads readers to the site, even to a page that is kept, on a connection that had it', async () => {
    await at('portal.example', '/en')
    const request = (host: string, more = '') => `GET /en HTTP/1.1\r\nHost: ${host}\r\n${more}\r\n`
    const told = await exchange(
      both.url,
      request('portal.example', 'Accept-Encoding: br\r\n'),
      request('desk.example', 'Accept-Encoding: br\r\nConnection: close\r\n'),
    )
    expect(
      [...told.matchAll(/HTTP\/1\.1 (\d+)|^location: (.*)$/gim)].map(([line]) => line),
    ).toEqual(['HTTP/1.1 200', 'HTTP/1.1 307', 'Location: https://portal.example/en'])
    expect(await at('desk.example', '/robots.txt')).toMatchObject({ status: 307 })
  })

  it('goes by the name in the target where one stands there', async () => {
    expect(await at('portal.example', 'http://desk.example/admin')).toMatchObject({ status: 200 })
    expect(await at('desk.example', 'http://portal.example/admin')).toMatchObject({ status: 404 })
  })
})
