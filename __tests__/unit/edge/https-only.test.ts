import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openPlainPort } from '../../../edge/tls/plain-port.ts'
import { ask, nextPage, openEdge, sendHtml } from './fake-renderer.ts'
import { exchange } from './raw.ts'

type Opened = Awaited<ReturnType<typeof openEdge>>
let edge: Opened
let plain: Server
let url: string
beforeEach(async () => {
  edge = await openEdge({
    trustProxy: ['loopback'],
    newsroom: { url: 'https://desk.example', address: null },
  })
  edge.state.handler = (req, res) =>
    sendHtml(res, nextPage(`${req.url}`, { status: 200, keys: [] }))
  plain = await openPlainPort(edge.edge, 0, '127.0.0.1')
  url = `http://127.0.0.1:${(plain.address() as AddressInfo).port}`
})
afterEach(async () => {
  plain.closeAllConnections()
  plain.close()
  await edge.close()
})

const led = (path: string) => ({
  status: 308,
  text: '',
  headers: { location: `https://portal.example${path}`, 'cache-control': 'no-store' },
})

describe('the plain port', () => {
  it.each([
    ['/en', '/en'],
    ['/', '/'],
    ['/en/2023/11/10/Slug/?a=b&c', '/en/2023/11/10/Slug/?a=b&c'],
    ['/zh/%E9%87%8D', '/zh/%E9%87%8D'],
    ['//evil.example/x', '//evil.example/x'],
    ['/\\evil.example', '//evil.example'],
    ['/@evil.example', '/@evil.example'],
    ['http://evil.example/en?a', '/en?a'],
    ['/nowhere', '/nowhere'],
    ['/_next/static/chunks/a.js', '/_next/static/chunks/a.js'],
  ])('leads from %s to the same address on https', async (asked, path) => {
    for (const host of ['portal.example', 'evil.example'])
      expect(await ask(url, asked, { headers: { host } })).toMatchObject(led(path))
  })

  it('promises nothing that only an answer over TLS may promise', async () => {
    expect((await ask(url, '/en')).headers).not.toHaveProperty('strict-transport-security')
  })

  it('keeps the method, and asks the renderer for nothing, kept or not', async () => {
    await edge.ask('/en')
    expect(await ask(url, '/en')).toMatchObject(led('/en'))
    expect(await ask(url, '/en/message/send', { method: 'POST', body: 'a=1' })).toMatchObject(
      led('/en/message/send'),
    )
    expect(edge.state.renders).toEqual(['GET /en'])
  })

  it('leads editors to their own name', async () => {
    const told = await ask(url, '/admin', { headers: { host: 'desk.example' } })
    expect(told.headers.location).toBe('https://desk.example/admin')
    expect((await ask(url, '/admin')).headers.location).toBe('https://portal.example/admin')
  })

  it('refuses what is no request', async () => {
    for (const text of ['nonsense', 'GET /%E0%A4%A HTTP/1.1\r\nHost: a\r\nConnection: close'])
      expect(await exchange(url, `${text}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 400 /)
  })
})

describe('a reader who speaks plain HTTP to a proxy', () => {
  const through = (proto: string, path: string, more: Record<string, string> = {}) =>
    edge.ask(path, {
      headers: {
        host: 'evil.example',
        'x-forwarded-proto': proto,
        'accept-encoding': 'br',
        ...more,
      },
    })

  it.each(['http', 'HTTP', 'http, https'])('is led to https (%s)', async (proto) => {
    await edge.ask('/en')
    expect(await through(proto, '/en?a=b')).toMatchObject(led('/en?a=b'))
    expect(await through(proto, '/en')).toMatchObject(led('/en'))
    expect(await through(proto, '/admin', { host: 'desk.example' })).toMatchObject({
      status: 308,
      headers: { location: 'https://desk.example/admin' },
    })
  })

  it.each(['https', 'https, http', '', 'ftp'])(
    'is not where the proxy says "%s"',
    async (proto) => {
      expect(await through(proto, '/en')).toMatchObject({ status: 200 })
    },
  )

  it('is led there on a connection on which others were answered from memory', async () => {
    await edge.ask('/en')
    const request = (proto: string, more = '') =>
      `GET /en HTTP/1.1\r\nHost: a\r\nAccept-Encoding: br\r\nX-Forwarded-Proto: ${proto}\r\n${more}\r\n`
    const told = await exchange(
      edge.url,
      request('https'),
      request('http', 'Connection: close\r\n'),
    )
    expect([...told.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status)).toEqual([
      '200',
      '308',
    ])
  })

  it('is not what asks how the portal is', async () => {
    expect(await through('http', '/healthz')).toMatchObject({ status: 200 })
    expect(await through('http', '/readyz')).toMatchObject({ status: 200 })
  })

  it('is believed of trusted proxies alone, and where the site is on https', async () => {
    for (const options of [
      { trustProxy: [] },
      { trustProxy: ['loopback'], siteUrl: 'http://portal.example' },
    ]) {
      const other = await openEdge(options)
      other.state.handler = edge.state.handler
      const headers = { 'x-forwarded-proto': 'http' }
      expect(await other.ask('/en', { headers })).toMatchObject({ status: 200 })
      await other.close()
    }
  })
})
