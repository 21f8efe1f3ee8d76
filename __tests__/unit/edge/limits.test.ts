import { jest } from '@jest/globals'
import { memoryLimits } from '../../../edge/limits/limits.ts'
import { newsroomLimit } from '../../../edge/limits/newsroom.ts'
import { answerNoteHeader, encodeAnswerNote } from '../../../lib/answer-note.ts'
import { nextPage, openEdge, sendHtml } from './fake-renderer.ts'

describe('an allowance', () => {
  it('is used up within its time, and whole again after it', async () => {
    let now = 0
    const limits = memoryLimits(() => now)
    for (let time = 0; time < 5; time++)
      expect(await limits.take('message', 'a')).toEqual({ ok: true, retryAfter: 0 })
    now = 600_500
    expect(await limits.take('message', 'a')).toEqual({ ok: false, retryAfter: 3000 })
    expect(await limits.take('message', 'b')).toMatchObject({ ok: true })
    expect(await limits.take('login', 'a')).toMatchObject({ ok: true })
    now = 3_600_000
    expect(await limits.take('message', 'a')).toMatchObject({ ok: true })
  })

  it('can be asked about, and be given back, but not beyond what was taken', async () => {
    const limits = memoryLimits(() => 0)
    await limits.take('message', 'a', -1)
    for (let time = 0; time < 5; time++) await limits.take('message', 'a')
    expect(await limits.take('message', 'a', 0)).toMatchObject({ ok: false })
    await limits.take('message', 'a', -1)
    expect(await limits.take('message', 'a', 0)).toMatchObject({ ok: true })
    expect(await limits.take('message', 'a')).toMatchObject({ ok: true })
    expect(await limits.take('message', 'a')).toMatchObject({ ok: false })
  })

  it('of those who asked longest ago is forgotten rather than memory filled', async () => {
    const limits = memoryLimits(() => 0, 10)
    for (let time = 0; time < 6; time++) await limits.take('message', 'first')
    for (let network = 0; network < 9; network++) await limits.take('message', `${network}`)
    expect(await limits.take('message', 'first')).toMatchObject({ ok: false })
    for (let network = 0; network < 10; network++) await limits.take('message', `other ${network}`)
    expect(await limits.take('message', 'first')).toMatchObject({ ok: true })
  })
})

describe('counters', () => {
  beforeEach(() => {
    jest.useFakeTimers()
  })
  afterEach(() => {
    jest.useRealTimers()
  })

  it('are gone within a minute after their time, though nobody asks any more', async () => {
    let now = 0
    const limits = memoryLimits(() => now)
    const pass = (seconds: number) => {
      now += seconds * 1000
      jest.advanceTimersByTime(seconds * 1000)
    }
    await limits.take('read', 'a')
    await limits.take('reread', 'a /en/2026/11/18/b')
    pass(59)
    expect(limits.held).toBe(2)
    pass(61)
    expect(limits.held).toBe(1)
    pass(540)
    expect(limits.held).toBe(0)
    expect(jest.getTimerCount()).toBe(0)
    await limits.take('read', 'b')
    pass(120)
    expect(limits.held).toBe(0)
  })
})

describe('the newsroom', () => {
  it.each([
    ['POST', '/api/users/login', 'login'],
    ['POST', '//api/Users/login/', 'login'],
    ['POST', '/api/users%2Flogin', 'login'],
    ['POST', '/api/users/reset-password', 'reset'],
    ['GET', '/api/users/login', null],
    ['POST', '/api/users', null],
  ])('%s %s takes of %s', (method, path, limit) => expect(newsroomLimit(method, path)).toBe(limit))
})

describe('at the edge', () => {
  type Opened = Awaited<ReturnType<typeof openEdge>>
  let edge: Opened
  beforeEach(async () => {
    edge = await openEdge({ trustProxy: ['loopback'] })
  })
  afterEach(() => edge.close())

  const from = (address: string, more = {}) => ({
    headers: { 'x-forwarded-for': address, ...more },
  })
  const statuses = async (
    count: number,
    asked: (number: number) => Promise<{ status: number }>,
  ) => {
    const told = await Promise.all(Array.from({ length: count }, (_, number) => asked(number)))
    return told.map(({ status }) => status)
  }
  const send = (address: string) =>
    edge.ask('/zh/message/send', { method: 'POST', body: 'a=1', ...from(address) })

  it('a search for passwords ends in JSON, in the language of who searches', async () => {
    edge.state.handler = (req, res) => {
      req.resume()
      res.writeHead(401).end()
    }
    const login = (address: string) =>
      edge.ask('/api/users/login', {
        method: 'POST',
        body: '{}',
        ...from(address, { 'accept-language': 'zh' }),
      })
    // One household, however many addresses it has.
    const told = await statuses(60, (number) => login(`2001:db8:0:7::${number}`))
    expect(new Set(told)).toEqual(new Set([401]))
    const refused = await login('2001:db8:0:7:1:2:3:4')
    expect(refused).toMatchObject({
      status: 429,
      headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    })
    expect(JSON.parse(refused.text).errors[0].message).toMatch(/请/)
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(800)
    expect(await login('2001:db8:0:8::1')).toMatchObject({ status: 401 })
  })

  it('messages beyond five an hour come back in their form; tries to correct one are free', async () => {
    let status = 422
    const limited: unknown[] = []
    edge.state.handler = (req, res) => {
      req.resume()
      const isLimited = req.headers['x-portal-limited'] !== undefined
      limited.push(isLimited)
      if (status === 303 && !isLimited) res.writeHead(303, { location: '/zh/message/thanks' }).end()
      else sendHtml(res, nextPage('the form', { status: isLimited ? 429 : 422, keys: [] }))
    }
    for (let number = 0; number < 10; number++) expect((await send('192.0.2.1')).status).toBe(422)
    expect(limited).not.toContain(true)
    status = 303
    expect((await statuses(8, () => send('192.0.2.1'))).toSorted()).toEqual([
      ...Array(5).fill(303),
      ...Array(3).fill(429),
    ])
    const over = await send('192.0.2.1')
    expect(over.text).toContain('the form')
    expect(Number(over.headers['retry-after'])).toBeGreaterThan(3500)
    expect(await send('192.0.2.2')).toMatchObject({ status: 303 })
  })

  it('a flood of forms is refused in words before it reaches the renderer', async () => {
    edge.state.handler = (req, res) => {
      req.resume()
      sendHtml(res, nextPage('the form', { status: 422, keys: [] }))
    }
    const told = await statuses(61, () => send('192.0.2.1'))
    expect(told.filter((status) => status === 429)).toHaveLength(1)
    expect(edge.state.renders).toHaveLength(60)
    expect((await send('192.0.2.1')).text).toContain('<html lang="zh-Hans">')
  })

  it('a flood of unknown addresses is not rendered on, and what is kept is answered all the same', async () => {
    edge.state.handler = (req, res) => {
      const status = req.url?.endsWith('/there') ? 200 : 404
      sendHtml(res, nextPage('', { status, keys: [] }))
    }
    const story = (slug: string, address = '192.0.2.1') =>
      edge.ask(`/en/2023/11/10/${slug}`, from(address))
    await story('there')
    for (let number = 0; number < 120; number++)
      expect((await story(`x-${number}`)).status).toBe(404)
    const refused = await story('another')
    expect(refused.status).toBe(429)
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect(await story('there')).toMatchObject({ status: 200 })
    expect(await story('x-1')).toMatchObject({ status: 404 })
    expect(await story('another', '192.0.2.2')).toMatchObject({ status: 404 })
  })

  it('only drawings that nobody has asked for are limited', async () => {
    const note = encodeAnswerNote({ status: 404, keys: [] })
    edge.state.handler = (_req, res) => res.writeHead(404, { [answerNoteHeader]: note }).end()
    const drawing = (number: number) =>
      edge.ask(`/drawings/wide-${number.toString(16).padStart(12, '0')}/en.jpg`, from('192.0.2.1'))
    const told = await statuses(121, drawing)
    expect(told.filter((status) => status === 429)).toHaveLength(1)
    expect(await edge.ask('/drawings/wide-1/en.jpg', from('192.0.2.1'))).toMatchObject({
      status: 404,
    })
  })
})
