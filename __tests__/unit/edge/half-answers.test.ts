import type { ServerResponse } from 'node:http'
import { type AnswerNote, encodeAnswerNote } from '../../../lib/answer-note.ts'
import { type Handler, nextPage, openEdge } from './fake-renderer.ts'

/*
 * The renderer dies in the middle of an answer. What came of it may look whole (the page is there to its
 * last tag, a feed to some item): that the connection broke is all that tells.
 */
type Opened = Awaited<ReturnType<typeof openEdge>>
let edge: Opened
beforeEach(async () => {
  edge = await openEdge()
})
afterEach(() => edge.close())

const note: AnswerNote = { status: 200, keys: ['articles:1'] }
const page = nextPage('<p>told</p>', note)
const feed = `<?xml version="1.0"?><rss><channel>${'<item/>'.repeat(200)}</channel></rss>`

type Sent = { type: string; text: string; headers?: Record<string, string> }

const whole =
  ({ type, text, headers }: Sent): Handler =>
  (_req, res) =>
    res.writeHead(200, { 'Content-Type': type, ...headers }).end(text)

const cuts: readonly [string, (res: ServerResponse, sent: Sent) => void][] = [
  [
    'short of the length that was announced',
    (res, { type, text, headers }) => {
      res.writeHead(200, {
        'Content-Type': type,
        'Content-Length': String(Buffer.byteLength(text) + 1),
        ...headers,
      })
      res.write(text, () => res.destroy())
    },
  ],
  [
    'before the last chunk',
    (res, { type, text, headers }) => {
      res.writeHead(200, { 'Content-Type': type, ...headers })
      res.write(text, () => res.destroy())
    },
  ],
]

const answers: readonly [string, string, Sent][] = [
  ['a page', '/zh/2023/11/10/slug', { type: 'text/html; charset=utf-8', text: page }],
  ['a feed', '/zh/feed.xml', { type: 'application/rss+xml', text: feed }],
  ['a sitemap', '/sitemap.xml', { type: 'application/xml', text: feed }],
  [
    'a drawing',
    '/drawings/wide-0123456789ab/zh.jpg',
    {
      type: 'image/jpeg',
      text: 'x'.repeat(2000),
      headers: { 'x-portal-answer': encodeAnswerNote(note) },
    },
  ],
]

describe.each(answers)('%s', (_, path, sent) => {
  it('that came whole is kept', async () => {
    edge.state.handler = whole(sent)
    expect((await edge.ask(path)).status).toBe(200)
    expect((await edge.ask(path)).headers['cache-status']).toMatch(/; hit/)
  })

  it.each(cuts)('that is cut %s is neither sent nor kept', async (_how, cut) => {
    edge.state.handler = (_req, res) => cut(res, sent)
    const cutOff = await edge.ask(path)
    expect(cutOff).toMatchObject({ status: 503, headers: { 'retry-after': '5' } })
    expect(cutOff.text).not.toContain('told')
    edge.state.handler = whole(sent)
    const next = await edge.ask(path)
    expect(next.status).toBe(200)
    expect(next.headers['cache-status']).toMatch(/fwd=miss/)
  })

  it.each(cuts)('that is cut %s leaves the kept one in its place', async (_how, cut) => {
    edge.state.handler = whole(sent)
    const { body } = await edge.ask(path)
    edge.edge.cache.purgeAll()
    edge.edge.drawings.cache.purgeAll()
    edge.state.handler = (_req, res) => cut(res, sent)
    const stale = await edge.ask(path)
    expect(stale.status).toBe(200)
    expect(stale.body).toEqual(body)
    expect(stale.headers['cache-status']).toMatch(/detail=stale-if-error/)
  })
})

describe('an answer of the newsroom', () => {
  it.each(
    cuts.flatMap(([how, cut]) =>
      ['identity', 'br', 'gzip'].map((coding) => [how, coding, cut] as const),
    ),
  )('that is cut %s (%s) is cut for the editor too', async (_how, coding, cut) => {
    const sent = { type: 'application/json', text: JSON.stringify({ docs: 'x'.repeat(2000) }) }
    edge.state.handler = (_req, res) => cut(res, sent)
    await expect(
      edge.ask('/api/articles', { headers: { 'accept-encoding': coding } }),
    ).rejects.toThrow()
  })
})
