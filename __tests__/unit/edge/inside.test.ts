import { once } from 'node:events'
import net, { type AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import pino from 'pino'
import { metricsOf } from '../../../edge/inside/metrics.ts'
import { serveMetrics } from '../../../edge/inside/metrics-server.ts'
import { openInside } from '../../../edge/inside/open-inside.ts'
import { readinessOf } from '../../../edge/inside/readiness.ts'
import { Slowest } from '../../../edge/inside/slowest.ts'
import { logMessages } from '../../../edge/renderer/output.ts'
import { edgeStatus } from '../../../lib/edge-status.ts'
import { tellFailure } from '../../../lib/failure-line.ts'
import { shortened } from '../../../lib/network.ts'
import { ask, nextPage, openEdge, sendHtml } from './fake-renderer.ts'

type Opened = Awaited<ReturnType<typeof openEdge>>
let edge: Opened
beforeEach(async () => {
  edge = await openEdge()
  edge.state.handler = (req, res) =>
    sendHtml(res, nextPage(`<p>${req.url}</p>`, { status: 200, keys: ['articles:1'] }))
})
afterEach(() => edge.close())

const gigabyte = 1024 ** 3
const story = '/en/2023/11/10/slug'
const beside = {
  hasRenderer: () => true,
  rendererRestarts: () => 2,
  followsOutbox: () => true,
  isWarm: () => true,
  outboxPosition: () => 7,
  freeBytes: async () => gigabyte,
  gather: async () => {},
  workers: () => [],
}

describe('health', () => {
  it('is told without a render, and kept by nobody', async () => {
    edge.state.up = false
    const live = await edge.ask('/healthz')
    expect(live).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store' } })
    expect(await edge.ask('/readyz')).toMatchObject({ status: 200 })
    expect(edge.state.renders).toEqual([])
  })

  it('names every part that is missing', async () => {
    edge.edge.readiness = readinessOf({
      hasRenderer: () => false,
      followsOutbox: () => false,
      isWarm: () => false,
      freeBytes: async () => 1024 ** 2,
    })
    const told = await edge.ask('/readyz')
    expect(told).toMatchObject({ status: 503, headers: { 'cache-control': 'no-store' } })
    const { ready, unready } = JSON.parse(told.text)
    expect(ready).toBe(false)
    expect(unready.map(({ part }: { part: string }) => part)).toEqual([
      'renderer',
      'database',
      'pages',
      'disk',
    ])
  })

  it('does not stop at a data folder that is gone', async () => {
    const readiness = readinessOf({
      hasRenderer: () => true,
      followsOutbox: () => true,
      isWarm: () => true,
      freeBytes: () => Promise.reject(new Error('ENOENT')),
    })
    expect(await readiness()).toEqual([expect.objectContaining({ part: 'disk' })])
  })
})

describe('metrics', () => {
  const metrics = (): Promise<string> => metricsOf(edge.edge, beside).metrics()

  it('count requests, results of the cache, renders and purges, whenever they are read', async () => {
    const { etag } = (await edge.ask(story)).headers
    await edge.ask(story)
    await edge.ask(story, { headers: { 'if-none-match': String(etag) } })
    await edge.ask('/en/no/such/thing')
    await edge.ask('/nothing/here')
    edge.edge.inside.purged({
      at: Date.now(),
      keys: ['articles:1'],
      urgent: false,
      pages: 3,
      lagMs: 40,
    })
    await metrics()
    const lines = (await metrics()).split('\n')
    expect(lines).toEqual(
      expect.arrayContaining([
        'portal_requests_total{kind="page",status="2xx"} 2',
        'portal_requests_total{kind="page",status="3xx"} 1',
        // Two of the story, and the second of two addresses that nobody has.
        'portal_cache_results_total{result="hit"} 3',
        'portal_cache_results_total{result="miss"} 2',
        'portal_render_seconds_count{kind="story"} 1',
        'portal_purged_pages_total 3',
        'portal_purge_lag_seconds_bucket{le="0.05"} 1',
        'portal_purge_lag_seconds_bucket{le="0.025"} 0',
        'portal_renderer_restarts_total 2',
        'portal_outbox_position 7',
        `portal_cache_limit_bytes{store="pages"} ${gigabyte / 4}`,
      ]),
    )
    expect(lines.join('\n')).toMatch(/portal_cache_entries\{store="pages"\} [1-9]/)
    expect(lines.join('\n')).toMatch(/nodejs_eventloop_lag_p99_seconds [\d.]+/)
  })

  it('are at one address of a port of their own', async () => {
    const registry = metricsOf(edge.edge, beside)
    const log = pino({ level: 'silent' })
    const server = await serveMetrics(registry, beside.gather, { host: '127.0.0.1', port: 0 }, log)
    const url = `http://127.0.0.1:${server.port}`
    expect(await ask(url, '/metrics')).toMatchObject({
      status: 200,
      text: expect.stringContaining('# TYPE portal_requests_total counter'),
    })
    expect(await ask(url, '/')).toMatchObject({ status: 404 })
    await server.close()
    expect((await edge.ask('/metrics')).text).not.toContain('portal_')
  })

  it('say which setting is wrong when their port is taken', async () => {
    const taken = net.createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const { port } = taken.address() as AddressInfo
    const registry = metricsOf(edge.edge, beside)
    const opening = serveMetrics(
      registry,
      beside.gather,
      { host: '127.0.0.1', port },
      pino({ level: 'silent' }),
    )
    await expect(opening).rejects.toThrow('set METRICS_PORT to a free one')
    taken.close()
  })
})

it('the slowest renders are those of the last hour', () => {
  const slowest = new Slowest()
  const minute = 60_000
  for (let at = 0; at < 100; at++)
    slowest.add({ at: at * minute, ms: 100 - at, kind: 'story', path: `/${at}` })
  expect(slowest.list(99 * minute, 3).map(({ path }) => path)).toEqual(['/39', '/40', '/41'])
  expect(slowest.list(300 * minute, 3)).toEqual([])
})

describe('the id of a request', () => {
  const id = /^[\da-f-]{36}$/

  it('is told to renderer and reader, and stays out of what is kept', async () => {
    let seen: unknown
    edge.state.handler = (req, res) => {
      seen = req.headers['x-request-id']
      sendHtml(res, nextPage('a', { status: 200, keys: [] }))
    }
    const miss = await edge.ask(story, { headers: { 'x-request-id': 'chosen-by-a-reader' } })
    expect(miss.headers['x-request-id']).toMatch(id)
    expect(seen).toBe(miss.headers['x-request-id'])
    expect((await edge.ask(story)).headers).not.toHaveProperty('x-request-id')
    const proxied = await edge.ask('/api/x', { headers: { 'x-request-id': 'chosen-by-a-reader' } })
    expect(seen).toBe(proxied.headers['x-request-id'])
  })

  it('is that of a trusted proxy, unless it could break a line of the log', async () => {
    edge.edge.isFromProxy = () => true
    const ask = (sent: string) => edge.ask('/healthz', { headers: { 'x-request-id': sent } })
    expect((await ask('proxy-1:2')).headers['x-request-id']).toBe('proxy-1:2')
    expect((await ask('a b')).headers['x-request-id']).toMatch(id)
  })

  it('stands in the log beside what failed, without what the reader wrote', async () => {
    edge.state.handler = (_req, res) => sendHtml(res, 'x', 500)
    const told: { request?: string; path?: string }[] = []
    edge.edge.log.level = 'debug'
    for (const level of ['debug', 'error'] as const)
      edge.edge.log[level] = ((facts: object) => told.push(facts)) as never
    const { headers } = await edge.ask('/api/x?secret=1')
    const page = await edge.ask(`${story}?secret=1`)
    expect(headers['x-request-id']).toMatch(id)
    const failed = told.filter(({ request }) => request === page.headers['x-request-id'])
    expect(failed).toHaveLength(2)
    expect(failed[1]).toMatchObject({ path: story })
    expect(JSON.stringify(told)).not.toContain('secret')
  })
})

it('what the renderer says of a failure is one record of the log, with the request it was met in', async () => {
  const told: Record<string, unknown>[] = []
  const log = pino({}, { write: (line: string) => told.push(JSON.parse(line)) })
  const request = { method: 'GET', path: `${story}?page=2`, requestId: 'r1' }
  const failure = tellFailure(
    Object.assign(new TypeError('a\nb\nparams: a@example.com,\ndraft'), { digest: '42' }),
    request,
  )
  const ofNext = "⨯ TypeError: a\n    at b {\n  digest: '42'\n}"
  const output = ['⚠ before', ofNext, failure, failure, ''].join('\n')
  logMessages(Readable.from([Buffer.from(output)]), log)
  await new Promise((resolve) => setImmediate(resolve))
  expect(told.map(({ msg }) => msg)).toEqual(['⚠ before', 'a request failed in the renderer'])
  expect(JSON.stringify(told)).not.toMatch(/example.com|draft/)
  expect(told[1]).toMatchObject({
    request: 'r1',
    path: story,
    digest: '42',
    err: { message: 'a\nb', stack: expect.stringContaining('inside.test') },
  })
})

it.each([
  ['192.0.2.17', '192.0.2.0/24'],
  ['::ffff:192.0.2.17', '192.0.2.0/24'],
  ['2001:db8:1:2::7', '2001:db8:1::/48'],
  ['::1', '0:0:0::/48'],
  ['', ''],
])('of the address %s the log says %s', (address, said) => expect(shortened(address)).toBe(said))

it('timings are told to editors alone', async () => {
  edge.state.handler = (_req, res) => sendHtml(res, '<html></html>')
  const session = { headers: { cookie: 'a=b; payload-token=c' } }
  expect((await edge.ask('/admin', session)).headers['server-timing']).toMatch(
    /^render;dur=[\d.]+$/,
  )
  expect((await edge.ask('/admin')).headers).not.toHaveProperty('server-timing')
  expect((await edge.ask(story, session)).headers).not.toHaveProperty('server-timing')
})

it('the status of an edge is told to its renderer alone', async () => {
  const opened = await openInside(edge.edge, beside, { log: edge.edge.log })
  const { EDGE_STATUS_URL: url = '', EDGE_STATUS_SECRET: secret = '' } = opened.environment
  await edge.ask(story)
  await edge.ask(story)
  expect((await fetch(url)).status).toBe(403)
  expect((await fetch(url, { headers: { authorization: `Bearer ${secret}0` } })).status).toBe(403)
  const answer = await fetch(url, { headers: { authorization: `Bearer ${secret}` } })
  expect(edgeStatus.parse(await answer.json())).toMatchObject({
    served: { all: 2, hits: 1 },
    renderer: { restarts: 2 },
    slowest: [{ path: story }],
    outbox: { position: 7, isFollowed: true },
    freeBytes: gigabyte,
  })
  await opened.close()
})
