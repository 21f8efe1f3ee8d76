import { nextPage, openEdge, sendHtml } from './fake-renderer.ts'

type Opened = Awaited<ReturnType<typeof openEdge>>
let edge: Opened
beforeEach(async () => {
  edge = await openEdge()
})
afterEach(() => edge.close())

describe('a message', () => {
  const send = (body: string, headers = {}) =>
    edge.ask('/en/message/send', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    })

  it('reaches the renderer, with the address of who sends it, and its answer is not kept', async () => {
    let seen: unknown
    edge.state.handler = async (req, res) => {
      let text = ''
      for await (const chunk of req) text += chunk
      seen = [text, req.headers['x-forwarded-for'], req.headers.cookie]
      sendHtml(res, nextPage('not so', { status: 422, keys: [] }))
    }
    const told = await send('a=1', { 'x-forwarded-for': '6.6.6.6', cookie: 'payload-token=x' })
    expect(seen).toEqual(['a=1', '127.0.0.1', undefined])
    expect(told).toMatchObject({ status: 422, headers: { 'cache-control': 'private, no-store' } })
    expect(told.text).not.toContain('<script')
  })

  it('is followed by a redirect to a page of its own', async () => {
    edge.state.handler = (req, res) => {
      req.resume()
      res.writeHead(303, { location: 'https://portal.example/en/message/thanks' }).end()
    }
    expect(await send('a=1')).toMatchObject({
      status: 303,
      headers: { location: '/en/message/thanks' },
    })
  })

  it('is refused over 64 KB, announced or not', async () => {
    const long = 'a'.repeat(70_000)
    expect(await send(long)).toMatchObject({ status: 413 })
    expect(await send(long, { 'transfer-encoding': 'chunked' })).toMatchObject({ status: 413 })
    expect(edge.state.renders).toEqual([])
  })

  it('is answered with the status of the handler when its form comes back', async () => {
    edge.state.handler = (req, res) => {
      req.resume()
      sendHtml(res, nextPage('the form', { status: 200, keys: [] }), 422)
    }
    expect(await send('a=1')).toMatchObject({ status: 422 })
  })

  it('from another site is refused in words', async () => {
    edge.state.handler = (req, res) => {
      req.resume()
      res.writeHead(403).end()
    }
    const told = await send('a=1')
    expect(told.status).toBe(403)
    expect(told.text).toContain('<h1>')
  })

  it('is written at its form: opening the address leads there', async () => {
    expect(await edge.ask('/en/message/send')).toMatchObject({
      status: 303,
      headers: { location: '/en/message' },
    })
  })
})
