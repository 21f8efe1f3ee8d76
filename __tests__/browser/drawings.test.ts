import { setTimeout as pause } from 'node:timers/promises'
import sharp from 'sharp'
import { parseDrawingAddress } from '../../lib/drawings/address.ts'
import { get as ask, pagesUnderTest } from '../harness/pages.ts'
import { editor } from '../harness/portal.ts'

/** Each time as another reader, through a proxy: one alone meets the limit for drawings. */
let reader = 0
const get = (path: string, headers: Record<string, string> = {}) => {
  reader = (reader % 250) + 1
  return ask(path, { ...headers, 'x-forwarded-for': `198.51.100.${reader}` })
}

const none = '000000000000'
const drawn = pagesUnderTest.filter(({ path }) =>
  parseDrawingAddress(`/drawings/wide-${none}${path}.jpg`),
)
const pages = drawn.filter(({ status }) => status === 200)
const stories = pages.filter(({ type }) => type.startsWith('story'))

/** Where the drawing of a page is now: an address with any other hash leads there. */
async function addressOf(kind: string, path: string): Promise<string> {
  const answer = await get(`/drawings/${kind}-${none}${path}.jpg`)
  expect(answer.status).toBe(308)
  expect(answer.headers.get('cache-control')).toBe('public, max-age=60')
  return answer.headers.get('location') ?? ''
}

async function expectPicture(address: string, width: number, height: number, most: number) {
  const answer = await get(address)
  expect([address, answer.status]).toEqual([address, 200])
  expect(answer.headers.get('content-type')).toBe('image/jpeg')
  const bytes = Buffer.from(await answer.arrayBuffer())
  expect(bytes.length).toBeLessThanOrEqual(most)
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width, height })
  // Something is on it: paper alone would hardly differ from pixel to pixel.
  const { channels } = await sharp(bytes).stats()
  expect(Math.max(...channels.map(({ stdev }) => stdev))).toBeGreaterThan(20)
  return answer.headers
}

describe('drawings', () => {
  it.each(pages.map((page) => [`${page.type} (${page.language})`, page.path]))(
    'there is one of the %s, and the page announces it',
    async (_, path) => {
      const html = await (await get(path)).text()
      const announced = /property="og:image" content="([^"]+)"/.exec(html)?.[1] ?? ''
      const address = new URL(announced).pathname
      expect(await addressOf('wide', path)).toBe(address)
      const headers = await expectPicture(address, 1200, 630, 300_000)
      expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
      expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    },
  )

  it('of stories are square and posters too', async () => {
    for (const { path } of stories) {
      await expectPicture(await addressOf('square', path), 800, 800, 300_000)
      await expectPicture(await addressOf('poster', path), 1080, 1440, 600_000)
    }
  })

  it('are drawn once, kept, and known again by their tag', async () => {
    const address = await addressOf('wide', '/en/about')
    await get(address)
    const kept = await get(address, { 'accept-encoding': 'identity' })
    expect(kept.headers.get('cache-status')).toMatch(/; hit/)
    expect(kept.headers.get('content-encoding')).toBeNull()
    const known = await get(address, { 'if-none-match': kept.headers.get('etag') ?? '' })
    expect(known.status).toBe(304)
  })

  it('there are none of what is not there, and nothing can be sent to them', async () => {
    for (const { path, status } of drawn.filter((page) => page.status !== 200))
      expect((await get(`/drawings/wide-${none}${path}.jpg`)).status).toBe(status)
    for (const path of ['', '/', `/wide-${none}`, '/ready', `/wide-${none}/en/feed.xml.jpg`])
      expect((await get(`/drawings${path}`)).status).toBe(404)
    const url = new URL(`/drawings/wide-${none}/en.jpg`, process.env.TEST_PORTAL_URL)
    const posted = await fetch(url, { method: 'POST', body: '' })
    expect(posted.status).toBe(405)
    expect(posted.headers.get('allow')).toBe('GET, HEAD, OPTIONS')
  })

  it('twenty at once leave readers of kept pages alone', async () => {
    const feeds = await Promise.all(['/en/feed.xml', '/zh/feed.xml'].map((path) => get(path)))
    const text = (await Promise.all(feeds.map((feed) => feed.text()))).join('')
    const links = text.matchAll(/<link>[^<]*?(\/(?:en|zh)\/\d{4}\/[^<]+)<\/link>/g)
    const others = new Set([...links].map(([, path]) => path ?? ''))
    for (const { path } of stories) others.delete(path)
    const twenty = [...others].slice(0, 20)
    expect(twenty).toHaveLength(20)
    const addresses = await Promise.all(twenty.map((path) => addressOf('square', path)))
    await get('/en')
    const all = Promise.all(addresses.map((address) => get(address)))
    for (let request = 0; request < 10; request++) {
      expect((await get('/en')).headers.get('cache-status')).toMatch(/; hit/)
    }
    for (const { status } of await all) expect(status).toBe(200)
  })
})

describe('drawings of a story that changes', () => {
  it('get a new address with a corrected headline, and go within a second when it is withdrawn', async () => {
    const desk = await editor('editor')
    const { docs } = await desk.send('GET', '/api/articles?where[slug][equals]=fog-city&depth=0')
    const [model] = docs as [
      Record<string, unknown> & { bylines: { person: number; role: string }[] },
    ]
    const { doc } = (await desk.send('POST', '/api/articles', {
      language: 'zh',
      slug: 'fog-record',
      headline: '雾都龑记😀：𠮷',
      standfirst: '雾从江上来。',
      section: model.section,
      picture: model.picture,
      bylines: model.bylines.map(({ person, role }) => ({ person, role })),
      publishedAt: new Date(Date.now() - 60_000).toISOString(),
      _status: 'published',
    })) as { doc: { id: number; path: string } }
    const first = await addressOf('wide', doc.path)
    await expectPicture(first, 1200, 630, 300_000)

    await desk.send('PATCH', `/api/articles/${doc.id}`, { headline: '雾都', _status: 'published' })
    const corrected = await eventually(first, 308)
    const second = corrected.headers.get('location') ?? ''
    expect(second).not.toBe(first)
    await expectPicture(second, 1200, 630, 300_000)

    await desk.send('PATCH', `/api/articles/${doc.id}`, { _status: 'draft' })
    await eventually(second, 410)
    expect((await get(first)).status).toBe(410)
  })
})

/** What an address answers once it has that status, within a second. */
async function eventually(address: string, status: number): Promise<Response> {
  const began = Date.now()
  for (;;) {
    const answer = await get(address)
    if (answer.status === status) return answer
    if (Date.now() - began > 1000) throw new Error(`${address} still answers ${answer.status}`)
    await pause(20)
  }
}
