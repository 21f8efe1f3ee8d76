import { finish } from '../../../edge/render/finish.ts'
import { type AskOptions, nextPage, openEdge, sendHtml } from './fake-renderer.ts'

type Opened = Awaited<ReturnType<typeof openEdge>>
let edge: Opened
beforeEach(async () => {
  edge = await openEdge()
  edge.state.handler = (_req, res) => sendHtml(res, nextPage('x', { status: 200, keys: [] }))
})
afterEach(() => edge.close())

const own = {
  origin: 'https://portal.example',
  'content-type': 'application/x-www-form-urlencoded',
}
const story = '/zh/2026/11/18/liziba-monorail'
const fields = `revision=2026-11-01&page=${encodeURIComponent(story)}`
const answer = (body: string, headers: Record<string, string> = {}) =>
  edge.ask('/zh/consent', { method: 'POST', headers: { ...own, ...headers }, body })
const today = new Date().toISOString().slice(0, 10)
const counted = () => edge.edge.counts.take().consent.map(({ event, count }) => `${event} ${count}`)

describe('answering the cookie notice', () => {
  it('sets one readable cookie and leads back to the page, without the renderer', async () => {
    const told = await answer(`answer=choose&media=on&${fields}`)
    expect(told).toMatchObject({ status: 303, text: '' })
    expect(told.headers).toMatchObject({ location: story, 'cache-control': 'private, no-store' })
    expect(told.headers['set-cookie']).toEqual([
      `portal_consent=v1.r2026-11-01.d${today}.statistics-no.media-yes; Max-Age=15552000; Path=/; SameSite=Lax; Secure`,
    ])
    expect(edge.state.renders).toEqual([])
    expect(counted()).toEqual(['chosen 1'])
  })

  it.each([
    ['https://portal.example/zh/a/b?switch=en', '/zh/a/b'],
    ['https://portal.example//evil.example', '/zh'],
    ['https://portal.example/\\evil.example', '/zh'],
    ['https://evil.example/zh/a/b', '/zh'],
    ['https://portal.example@evil.example/zh', '/zh'],
    ['about:blank', '/zh'],
  ])('on a page that does not know its address, from %s, leads to %s', async (referer, path) => {
    const body = 'answer=refuse&revision=2026-11-01&page=%2Fzh%2F-%2Fnot-found'
    expect((await answer(body, { referer })).headers.location).toBe(path)
  })

  it('with a privacy signal stores refusals only, whatever was pressed', async () => {
    const told = await answer(`answer=accept&${fields}`, { 'sec-gpc': '1' })
    expect(told.headers['set-cookie']?.[0]).toContain('statistics-no.media-no')
    expect(counted()).toEqual(['refused 1'])
  })

  it.each<[string, number, string, Record<string, string>]>([
    ['of another site', 403, `answer=accept&${fields}`, { origin: 'https://elsewhere.example' }],
    ['of a sister site', 403, `answer=accept&${fields}`, { 'sec-fetch-site': 'same-site' }],
    ['without an answer', 400, fields, {}],
    ['in another form', 400, '{"answer":"accept"}', { 'content-type': 'application/json' }],
    ['of great length', 413, `answer=accept&${'x'.repeat(9000)}`, {}],
  ])('%s is refused with %i, in the reader’s language', async (_what, status, body, headers) => {
    const told = await answer(body, headers)
    expect(told.status).toBe(status)
    expect(told.headers).not.toHaveProperty('set-cookie')
    expect(told.text).toContain('<html lang="zh-Hans">')
    expect(counted()).toEqual([])
  })

  it('opened by hand leads to the settings; other methods are not allowed', async () => {
    const opened = await edge.ask('/en/consent')
    expect(opened).toMatchObject({ status: 303, headers: { location: '/en#consent' } })
    const put = await edge.ask('/en/consent', { method: 'PUT' })
    expect(put).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD, OPTIONS, POST' } })
  })
})

describe('the stylesheet of readers without script', () => {
  const style = (headers: Record<string, string> = {}, method = 'GET') =>
    edge.ask('/consent.css?revision=2026-11-01', { headers, method })
  const cookie = `portal_consent=v1.r2026-11-01.d${today}.statistics-no.media-no`

  it('shows the notice to who has not answered, and counts that', async () => {
    const told = await style()
    expect(told).toMatchObject({ status: 200, text: '' })
    expect(told.headers).toMatchObject({
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'private, no-store',
      vary: 'Cookie, Sec-GPC',
    })
    await style({}, 'HEAD')
    expect(counted()).toEqual(['shown 1'])
  })

  it('hides it from who has, or sends a privacy signal, and counts nothing', async () => {
    expect((await style({ cookie })).text).toContain('#consent:not(:target){display:none}')
    const signal = await style({ 'sec-gpc': '1' })
    expect(signal.text).toContain('#consent:not(:target){display:none}')
    expect(signal.text).toContain('[data-consent-signal]{display:block}')
    expect(counted()).toEqual([])
  })

  it('shows it again when the policies were revised since, or the cookie is malformed', async () => {
    const older = cookie.replace('r2026-11-01', 'r2026-10-01')
    expect((await style({ cookie: older })).text).toBe('')
    expect((await style({ cookie: 'portal_consent=1' })).text).toBe('')
  })

  it('stays in a finished page', () => {
    const link = '<noscript><link rel="stylesheet" href="/consent.css?revision=0"/></noscript>'
    expect(finish(`<html><head>${link}</head><body></body></html>`).html).toContain(link)
  })

  it('asked for with a wrong revision is a bad request', async () => {
    expect((await edge.ask('/consent.css?revision=now')).status).toBe(400)
    expect((await edge.ask('/consent.css', { method: 'POST' })).status).toBe(405)
  })
})

const browser =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36'

describe('counting', () => {
  const count = (body: string, headers: AskOptions['headers'] = {}) =>
    edge.ask('/count', {
      method: 'POST',
      headers: { ...own, 'user-agent': browser, ...headers },
      body,
    })
  const read = (path: string) => `what=read&page=${encodeURIComponent(path)}`

  it('takes reads of stories that were handed out, and of nothing else', async () => {
    await edge.ask(story)
    for (const path of [story, story, '/zh/2026/11/18/made-up', '/zh', '/admin'])
      expect((await count(read(path))).status).toBe(204)
    const { reads } = edge.edge.counts.take()
    expect(reads.map(({ path, count }) => [path, count])).toEqual([[story, 2]])
  })

  it.each([
    'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    'Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)',
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/142.0.0.0 Safari/537.36',
    'curl/8.10.1',
    '',
  ])('leaves out the program %j, and does not tell it', async (agent) => {
    await edge.ask(story)
    expect((await count(read(story), { 'user-agent': agent })).status).toBe(204)
    expect(edge.edge.counts.isEmpty).toBe(true)
  })

  it('takes one story from one network a few times only, whoever asks there', async () => {
    await edge.ask(story)
    for (let n = 0; n < 20; n++) expect((await count(read(story))).status).toBe(204)
    expect(edge.edge.counts.take().reads.map((entry) => entry.count)).toEqual([6])
  })

  it('takes no more stories from one network than people there can open', async () => {
    const stories = Array.from({ length: 80 }, (_, n) => `/en/2026/11/18/story-${n}`)
    for (const path of stories) {
      await edge.ask(path)
      expect((await count(read(path))).status).toBe(204)
    }
    expect(edge.edge.counts.take().reads).toHaveLength(60)
  })

  it('is not used up by addresses of no story, however long', async () => {
    await edge.ask(story)
    for (let n = 0; n < 70; n++) await count(read(`/en/${n}/${'x'.repeat(3000)}`))
    expect((await count(read(story))).status).toBe(204)
    expect(edge.edge.counts.take().reads).toMatchObject([{ path: story, count: 1 }])
  })

  it('sets no cookie, and counts nobody who sends a privacy signal', async () => {
    await edge.ask(story)
    const told = await count(read(story), { 'sec-gpc': '1' })
    await count('what=shown', { 'sec-gpc': '1' })
    expect(told.headers).not.toHaveProperty('set-cookie')
    expect(told.headers['cache-control']).toBe('no-store')
    // The page itself cannot see a signal that is a header alone.
    expect(told.headers['sec-gpc']).toBe('1')
    expect((await count(read('/en'))).headers).not.toHaveProperty('sec-gpc')
    expect(edge.edge.counts.isEmpty).toBe(true)
  })

  it.each<[number, string, Record<string, string>]>([
    [403, 'what=shown', { origin: 'https://elsewhere.example' }],
    [400, 'what=else', {}],
    [413, `what=read&page=${'x'.repeat(5000)}`, {}],
  ])('answers %i to %.20s', async (status, body, headers) => {
    expect((await count(body, headers)).status).toBe(status)
    expect(edge.edge.counts.isEmpty).toBe(true)
  })

  it('is asked by POST alone', async () => {
    expect(await edge.ask('/count')).toMatchObject({
      status: 405,
      headers: { allow: 'POST, OPTIONS' },
    })
  })

  it('a flood from one network is turned away, and its choices are taken all the same', async () => {
    const told = await Promise.all(Array.from({ length: 250 }, () => count('what=shown')))
    expect(told.filter(({ status }) => status === 204)).toHaveLength(240)
    const wait = Number(told.find(({ status }) => status === 429)?.headers['retry-after'])
    expect(wait).toBeGreaterThan(0)
    expect(wait).toBeLessThanOrEqual(60)
    expect((await answer(`answer=refuse&${fields}`)).status).toBe(303)
    expect(counted()).toEqual(expect.arrayContaining(['shown 240', 'refused 1']))
  })
})
