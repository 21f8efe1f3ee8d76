import { nextPage, openEdge, sendHtml } from './fake-renderer.ts'
import { exchange } from './raw.ts'

type Opened = Awaited<ReturnType<typeof openEdge>>
let edge: Opened
beforeEach(async () => {
  edge = await openEdge()
  edge.state.handler = (req, res) => {
    const note = { status: 200, keys: ['articles:1'] }
    if (req.url?.endsWith('.xml'))
      res
        .writeHead(200, {
          'Content-Type': 'application/rss+xml',
          'x-portal-answer': JSON.stringify(note),
        })
        .end('<rss/>')
    else sendHtml(res, nextPage(`<p>${req.url}</p>`, { status: 200, keys: [] }))
  }
})
afterEach(() => edge.close())

const story = '/en/2023/11/10/slug'
const feed = '/en/feed.xml'
const picture = '/media/1-abc/wide-640.jpg'
const asset = '/_next/static/chunks/a.js'
const past = 'Thu, 01 Jan 2015 00:00:00 GMT'
const future = 'Mon, 01 Jan 2035 00:00:00 GMT'

type Sent = Record<string, string>
/** Twice for each: once when it is rendered or read, once from memory. */
async function statuses(path: string, sent: Sent, coding = 'br'): Promise<number[]> {
  const headers = { 'accept-encoding': coding, ...sent }
  edge.edge.cache.purgeAll()
  const first = await edge.ask(path, { headers })
  const second = await edge.ask(path, { headers })
  return [first.status, second.status]
}
const tagOf = async (path: string, coding = 'br'): Promise<string> =>
  String((await edge.ask(path, { headers: { 'accept-encoding': coding } })).headers.etag)

describe.each([
  ['a page', story],
  ['a feed', feed],
  ['a picture', picture],
  ['an asset', asset],
])('%s by its tag', (_, path) => {
  it.each(['br', 'gzip', ''])('in the coding "%s"', async (coding) => {
    const tag = await tagOf(path, coding)
    const told = (sent: Sent) => statuses(path, sent, coding)
    expect(await told({ 'if-match': tag })).toEqual([200, 200])
    expect(await told({ 'if-match': `"x" , ${tag}` })).toEqual([200, 200])
    expect(await told({ 'if-match': '*' })).toEqual([200, 200])
    expect(await told({ 'if-match': '"x"' })).toEqual([412, 412])
    expect(await told({ 'if-match': `W/${tag}` })).toEqual([412, 412])
    // In this order: what is not what the client takes it for is not called unchanged.
    expect(await told({ 'if-match': '"x"', 'if-none-match': tag })).toEqual([412, 412])
    expect(await told({ 'if-match': tag, 'if-none-match': tag })).toEqual([304, 304])
    expect(await told({ 'if-match': tag, 'if-unmodified-since': past })).toEqual([200, 200])
  })
})

describe.each([
  ['a feed', feed],
  ['a picture', picture],
])('%s by its date', (_, path) => {
  it.each([
    ['before it', past, 412],
    ['before it, as RFC 850 wrote it', 'Sunday, 06-Nov-94 08:49:37 GMT', 412],
    ['before it, as C writes it', 'Sun Nov  6 08:49:37 1994', 412],
    ['after it', future, 200],
    ['that is none', '2015-01-01', 200],
  ])('%s', async (_what, date, status) => {
    expect(await statuses(path, { 'if-unmodified-since': date })).toEqual([status, status])
  })

  it('that is its own is both unmodified and known', async () => {
    const date = String((await edge.ask(path)).headers['last-modified'])
    expect((await edge.ask(path, { headers: { 'if-unmodified-since': date } })).status).toBe(200)
    expect((await edge.ask(path, { headers: { 'if-modified-since': date } })).status).toBe(304)
    const both = { 'if-unmodified-since': past, 'if-modified-since': date }
    expect((await edge.ask(path, { headers: both })).status).toBe(412)
  })
})

describe('a condition that does not hold', () => {
  it('is answered with the tag that holds, kept by nobody', async () => {
    const told = await edge.ask(story, {
      headers: { 'if-match': '"x"', 'accept-encoding': 'gzip' },
    })
    expect(told).toMatchObject({ status: 412, text: '' })
    expect(told.headers).toMatchObject({ 'cache-control': 'no-store', 'content-length': '0' })
    expect(told.headers.etag).toBe(await tagOf(story, 'gzip'))
  })

  it('goes before a range', async () => {
    const headers = { range: 'bytes=2-4', 'if-match': '"x"' }
    expect((await edge.ask(picture, { headers })).status).toBe(412)
  })

  it('is looked at on a connection that was answered from memory before', async () => {
    const request = (more = '') => `GET ${story} HTTP/1.1\r\nHost: a\r\n${more}\r\n`
    await edge.ask(story)
    const told = await exchange(
      edge.url,
      request('Accept-Encoding: br\r\n'),
      request('Accept-Encoding: br\r\nIf-Match: "x"\r\nConnection: close\r\n'),
    )
    expect([...told.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status)).toEqual([
      '200',
      '412',
    ])
  })

  it('does not matter where there is nothing to be unchanged', async () => {
    edge.state.handler = (_req, res) =>
      sendHtml(res, nextPage('nothing', { status: 404, keys: [] }))
    const headers = { 'if-match': '"x"', 'if-unmodified-since': past }
    expect((await edge.ask('/en/a/b', { headers })).status).toBe(404)
  })
})

it('a picture is resumed by its exact date', async () => {
  const date = String((await edge.ask(picture)).headers['last-modified'])
  const range = { range: 'bytes=2-4' }
  const status = async (ifRange: string) =>
    (await edge.ask(picture, { headers: { ...range, 'if-range': ifRange } })).status
  expect(await status(date)).toBe(206)
  expect(await status(future)).toBe(200)
})
