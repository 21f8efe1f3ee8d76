import { Readable } from 'node:stream'
import { faultOf, mostFields } from '../../../edge/http/malformed.ts'
import { readBody, TooSlow } from '../../../edge/proxy/body.ts'
import { nextPage, openEdge, sendHtml } from './fake-renderer.ts'
import { exchange, statusesIn } from './raw.ts'

const story = '/en/2023/11/10/slug'
const close = 'Host: portal.example\r\nConnection: close\r\n'
const get = (path: string, fields = '') => `GET ${path} HTTP/1.1\r\nHost: a\r\n${fields}\r\n`
const last = (path: string) => `GET ${path} HTTP/1.1\r\n${close}\r\n`

let edge: Awaited<ReturnType<typeof openEdge>>
beforeEach(async () => {
  edge = await openEdge()
  edge.state.handler = (req, res) => {
    req.resume()
    const answer = () => sendHtml(res, nextPage(`<p>${req.url}</p>`, { status: 200, keys: [] }))
    if (req.url === '/en/slow') setTimeout(answer, 50)
    else answer()
  }
})
afterEach(() => edge.close())
const statuses = async (...pieces: string[]) => statusesIn(await exchange(edge.url, ...pieces))

describe('the head of a request', () => {
  it.each([
    ['two hosts', get(story, 'Host: b\r\n'), 400],
    ['no host', `GET ${story} HTTP/1.1\r\n\r\n`, 400],
    ['a host that is none', get(story).replace('Host: a', 'Host: a/b'), 400],
    ['a coding besides chunked', get(story, 'Transfer-Encoding: gzip, chunked\r\n'), 501],
    [
      'chunks in HTTP/1.0',
      `POST /count HTTP/1.0\r\n${close}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      400,
    ],
    ['HTTP/2 in the words of HTTP/1', get(story).replace('1.1', '2.0'), 505],
    ['a folded field', get(story, 'A: b\r\n c\r\n'), 400],
    ['a zero byte', get(story, 'A: b\0c\r\n'), 400],
    ['two lengths', get(story, 'Content-Length: 0\r\nContent-Length: 0\r\n'), 400],
    ['CONNECT', `CONNECT a:443 HTTP/1.1\r\n${close}\r\n`, 405],
    ['TRACE of the newsroom', `TRACE /admin HTTP/1.1\r\n${close}\r\n`, 405],
    ['too many fields', get(story, 'A: b\r\n'.repeat(mostFields)), 431],
  ])('with %s is refused, and the connection closed', async (_, sent, status) => {
    expect(await statuses(sent)).toEqual([status])
    expect(edge.state.renders).toEqual([])
  })

  it.each(['portal.example', 'localhost:3000', '127.0.0.1', '[::1]:8080', ''])(
    'may name the host %s',
    (host) => {
      const headers = { host }
      const req = { httpVersion: '1.1', headers, rawHeaders: ['Host', host] }
      expect(faultOf(req as unknown as Parameters<typeof faultOf>[0])).toBeNull()
    },
  )

  it('that offers another protocol is answered in this one', async () => {
    const offer =
      'Connection: Upgrade, HTTP2-Settings, close\r\nUpgrade: h2c\r\nHTTP2-Settings: AA\r\n'
    expect(await statuses(get(story, offer))).toEqual([200])
  })
})

describe('requests in a row', () => {
  it('are answered in their order, the last one closes', async () => {
    const told = await exchange(edge.url, get('/en/slow') + get('/en/fast') + last('/zh'))
    expect(told.match(/<p>[^<]+/g)).toEqual(['<p>/en/slow', '<p>/en/fast', '<p>/zh'])
  })

  it('keep their answers when noise follows, which is refused after them', async () => {
    const told = await exchange(edge.url, get('/en/slow'), `noise\r\n\r\n${get('/zh')}`)
    expect(statusesIn(told)).toEqual([200, 400])
    expect(told).toContain('<p>/en/slow')
  })

  it('are not read out of a body', async () => {
    const inner = get('/en/inner')
    const told = await exchange(
      edge.url,
      get(story, `Content-Length: ${inner.length}\r\n`) + inner + last('/zh'),
    )
    expect(told.match(/<p>[^<]+/g)).toEqual([`<p>${story}`, '<p>/zh'])
  })
})

describe('a body', () => {
  const post = (path: string, fields: string) =>
    `POST ${path} HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\n${fields}\r\n`

  it('is asked for when it is wanted', async () => {
    const fields = 'Content-Length: 3\r\nExpect: 100-continue\r\nConnection: close\r\n'
    expect(await statuses(post('/en/message/send', fields), 'a=1')).toEqual([100, 200])
  })

  it.each([
    ['that is too long', '/en/message/send', 413],
    ['that has no business there', story, 405],
  ])('%s is refused without being asked for', async (_, path, status) => {
    const fields = 'Content-Length: 90000\r\nExpect: 100-continue\r\n'
    expect(await statuses(post(path, fields))).toEqual([status])
  })

  it('that is unreadable is refused', async () => {
    const fields = 'Transfer-Encoding: chunked\r\n'
    expect(await statuses(post('/en/message/send', fields), 'ffffffffffffffffff\r\n')).toEqual([
      400,
    ])
  })

  it('that does not come is not waited for', async () => {
    const silent = new Readable({ read() {} }) as unknown as Parameters<typeof readBody>[0]
    silent.headers = {}
    await expect(readBody(silent, 10, 20)).rejects.toThrow(TooSlow)
  })

  it('of another expectation is refused', async () => {
    expect(await statuses(post(story, 'Expect: x\r\nConnection: close\r\n'))).toEqual([417])
  })
})

describe('what is known to the client', () => {
  const picture = '/media/1-abc/wide-640.jpg'

  it.each([
    ['the tag in a list', (tag: string) => ({ 'if-none-match': `"x",W/${tag} , "y"` }), 304],
    ['any', () => ({ 'if-none-match': '*' }), 304],
    [
      'another tag, whatever the date',
      () => ({ 'if-none-match': '"x"', 'if-modified-since': 'Mon, 01 Jan 2035 00:00:00 GMT' }),
      200,
    ],
    ['a range of what it has', (tag: string) => ({ 'if-range': tag, range: 'bytes=-3' }), 206],
    ['a range of what it had', () => ({ 'if-range': '"x"', range: 'bytes=-3' }), 200],
    [
      'a range by a weak tag',
      (tag: string) => ({ 'if-range': `W/${tag}`, range: 'bytes=0-1' }),
      200,
    ],
    ['several ranges', () => ({ range: 'bytes=0-1,4-5' }), 200],
    ['a range beyond the end', () => ({ range: 'bytes=99-' }), 416],
  ])('%s', async (_, headersFor, status) => {
    const { headers } = await edge.ask(picture)
    expect(await edge.ask(picture, { headers: headersFor(`${headers.etag}`) })).toMatchObject({
      status,
    })
  })
})

describe('parameters that follow readers', () => {
  it('make no other page of it', async () => {
    for (const query of [
      '',
      '?utm_source=a&utm_campaign=b',
      '?fbclid=c',
      '?gclid=d&x',
      '?%',
      '?a[]=__proto__',
    ])
      expect(await edge.ask(`${story}${query}`)).toMatchObject({ status: 200 })
    expect(edge.state.renders).toEqual([`GET ${story}`])
    expect(edge.edge.store.size).toBe(1)
  })
})
