import { speculationRules } from '../../../edge/http/speculation.ts'
import { nextPage, openEdge, sendHtml } from './fake-renderer.ts'

type Opened = Awaited<ReturnType<typeof openEdge>>
let edge: Opened
beforeEach(async () => {
  edge = await openEdge()
  edge.state.handler = (_req, res) => sendHtml(res, nextPage('', { status: 200, keys: ['site'] }))
})
afterEach(() => edge.close())

const path = '/speculation-rules.json'

describe('speculation rules', () => {
  it('are named by reader pages, and typed as browsers want them', async () => {
    expect((await edge.ask('/en')).headers['speculation-rules']).toBe(`"${path}"`)
    const { headers, text, status } = await edge.ask(path)
    expect(status).toBe(200)
    expect(headers['content-type']).toBe('application/speculationrules+json')
    expect(headers.vary).toBe('Save-Data')
    expect(JSON.parse(text)).toEqual(speculationRules)
  })

  it('ask for nothing where data is saved', async () => {
    const { text, headers } = await edge.ask(path, { headers: { 'save-data': 'on' } })
    expect(JSON.parse(text)).toEqual({})
    expect(headers.vary).toBe('Save-Data')
  })

  it('are not named by what is no page', async () => {
    edge.state.handler = (_req, res) =>
      res.writeHead(200, { 'content-type': 'application/rss+xml' }).end('<rss/>')
    expect((await edge.ask('/en/feed.xml')).headers).not.toHaveProperty('speculation-rules')
  })
})
