import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pino from 'pino'
import { keepWarm } from '../../../edge/warm/keep-warm.ts'
import { MostWanted } from '../../../edge/warm/most-wanted.ts'
import { warmUp } from '../../../edge/warm/warm-up.ts'
import { nextPage, openEdge, sendHtml } from './fake-renderer.ts'

type Opened = Awaited<ReturnType<typeof openEdge>>
let edge: Opened
beforeEach(async () => {
  edge = await openEdge()
  mkdirSync(edge.place.dataDir, { recursive: true })
  edge.state.handler = (req, res) =>
    sendHtml(res, nextPage(`<p>${req.url}</p>`, { status: 200, keys: ['articles:1'] }))
})
afterEach(() => edge.close())

const log = pino({ level: 'silent' })
const remembered = () => new MostWanted(edge.place.dataDir, log)

async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; !isSo(); tries++) {
    if (tries > 400) throw new Error('It did not come about')
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

describe('what readers want most', () => {
  it('is remembered for the next edge: pages that exist, the most read first', async () => {
    const warmth = keepWarm(edge.edge)
    for (const [address, times] of [
      ['/en/latest', 1],
      ['/en', 3],
      ['/zh', 2],
    ] as const)
      for (let time = 0; time < times; time++) await edge.ask(address)
    edge.state.handler = (_req, res) =>
      sendHtml(res, nextPage('<p>None</p>', { status: 404, keys: [] }), 404)
    for (let time = 0; time < 9; time++) await edge.ask('/en/no-such-section')
    warmth.close()
    expect(remembered().top(10)).toEqual(['/en', '/zh', '/en/latest'])
  })

  it('fades when nobody reads it any more', () => {
    let now = 0
    const wanted = new MostWanted(edge.place.dataDir, log, () => now)
    wanted.add([['/en/old', 100]])
    now += 8 * 60 * 60_000
    wanted.save()
    wanted.add([['/en/new', 2]])
    expect(wanted.top(1)).toEqual(['/en/new'])
  })

  it.each(['', '{}', '[["/en"', '[["https://elsewhere.example/", 3]]', '[["/en", -1]]'])(
    'is nothing when the file says %s',
    (text) => {
      writeFileSync(path.join(edge.place.dataDir, 'pages.wanted'), text)
      expect(remembered().top(10)).toEqual([])
    },
  )

  it('is fetched before the edge counts as warm, and is in memory then', async () => {
    edge.edge.wanted.add([
      ['/en', 5],
      ['/en/city', 3],
      ['/admin', 9],
      ['/en/search?q=x', 9],
      ['//elsewhere.example/en', 9],
    ])
    let answer = () => {}
    const held = new Promise<void>((resolve) => {
      answer = resolve
    })
    edge.state.handler = async (req, res) => {
      await held
      sendHtml(res, nextPage(`<p>${req.url}</p>`, { status: 200, keys: [] }))
    }
    const warmth = keepWarm(edge.edge)
    await until(() => edge.state.renders.length === 2)
    expect(warmth.isWarm).toBe(false)
    answer()
    await until(() => warmth.isWarm)
    warmth.close()
    expect(edge.state.renders).toEqual(['GET /en', 'GET /en/city'])
    expect((await edge.ask('/en/city')).headers['cache-status']).toMatch(/; hit/)
  })

  it('keeps nobody waiting for pages that do not come', async () => {
    edge.edge.wanted.add([['/en', 1]])
    edge.state.handler = () => {}
    expect(await warmUp(edge.edge, { patience: 50 })).toBe(0)
  })

  it('is not fetched when it came back with the pages of the last edge', async () => {
    await edge.ask('/en')
    edge.edge.wanted.add([['/en', 1]])
    await warmUp(edge.edge)
    expect(edge.state.renders).toEqual(['GET /en'])
  })
})
