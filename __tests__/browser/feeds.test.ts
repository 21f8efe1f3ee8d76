import { setTimeout as pause } from 'node:timers/promises'
import { parseFeed } from '@rowanmanning/feed-parser'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { languageCodes } from '../../lib/languages.ts'
import { get } from '../harness/pages.ts'
import { type Editor, editor, portalUrl } from '../harness/portal.ts'

type Link = { '@_hreflang': string; '@_href': string }
type Entry = { loc: string; lastmod?: string; 'xhtml:link'?: Link[] }
type JsonItem = { id: string; url: string; content_html: string; date_published: string }

const parser = new XMLParser({
  ignoreAttributes: false,
  isArray: (name) => ['sitemap', 'url', 'xhtml:link', 'image:image'].includes(name),
})

async function xml(path: string) {
  const answer = await get(path)
  expect([path, answer.status]).toEqual([path, 200])
  const text = await answer.text()
  expect(XMLValidator.validate(text)).toBe(true)
  return parser.parse(text)
}

const pathOfUrl = (url: string): string => {
  expect(url.startsWith(`${portalUrl()}/`)).toBe(true)
  return url.slice(portalUrl().length)
}

/** Statuses that are not 200, of addresses asked for a few at a time. */
async function broken(urls: Iterable<string>): Promise<string[]> {
  const left = [...new Set(urls)]
  const faults: string[] = []
  const worker = async () => {
    for (let url = left.pop(); url; url = left.pop()) {
      const { status } = await fetch(url, { method: 'HEAD', redirect: 'manual' })
      if (status !== 200) faults.push(`${status} ${url}`)
    }
  }
  await Promise.all([worker(), worker(), worker(), worker()])
  return faults
}

let sitemaps: string[] = []
const entries: Entry[] = []
/** Of every list of the sample edition, as the pages of feeds name them. */
const feeds: string[] = []

beforeAll(async () => {
  const index = await xml('/sitemap.xml')
  sitemaps = index.sitemapindex.sitemap.map(({ loc }: Entry) => pathOfUrl(loc))
  for (const path of sitemaps) entries.push(...((await xml(path)).urlset.url as Entry[]))
  for (const language of languageCodes) {
    const html = await (await get(`/${language}/feeds`)).text()
    feeds.push(...[...html.matchAll(/href="([^"]+feed\.(?:xml|json))"/g)].map(([, to]) => to ?? ''))
  }
})

describe('sitemaps', () => {
  it('name every page and story of the sample edition, in both languages', async () => {
    for (const language of languageCodes) {
      const own = sitemaps.filter((path) => path.startsWith(`/${language}/`))
      expect(own).toContain(`/${language}/sitemaps/pages.xml`)
      expect(own).toContain(`/${language}/sitemaps/2026-11.xml`)
    }
    const paths = entries.map(({ loc }) => pathOfUrl(loc))
    expect(new Set(paths).size).toBe(paths.length)
    for (const path of ['/en', '/zh/latest', '/en/city', '/zh/series/two-rivers', '/en/feeds'])
      expect(paths).toContain(path)
    for (const path of ['/en/topics/yangtze', '/zh/authors/lin-shan', '/zh/privacy'])
      expect(paths).toContain(path)
  })

  it('lead to pages and pictures that are there', async () => {
    const pictures: string[] = []
    for (const path of sitemaps)
      for (const { 'image:image': images = [] } of (await xml(path)).urlset.url)
        pictures.push(...images.map((image: { 'image:loc': string }) => image['image:loc']))
    expect(pictures.length).toBeGreaterThan(30)
    expect(await broken([...entries.map(({ loc }) => loc), ...pictures])).toEqual([])
  })

  it('announce editions that announce each other, and themselves', () => {
    const links = new Map(entries.map((entry) => [entry.loc, entry['xhtml:link'] ?? []]))
    let pairs = 0
    for (const [loc, own] of links) {
      if (own.length === 0) continue
      expect(own.map((link) => link['@_href'])).toContain(loc)
      expect(own.filter((link) => link['@_hreflang'] === 'x-default')).toHaveLength(1)
      for (const { '@_href': other } of own) {
        if (other === `${portalUrl()}/`) continue
        pairs++
        expect(links.get(other)).toEqual(own)
      }
    }
    expect(pairs).toBeGreaterThan(100)
  })

  it('the pages say the same of their editions as the sitemap', async () => {
    for (const path of ['/en/2026/11/14/hotpot', '/zh/city']) {
      const entry = entries.find(({ loc }) => loc === portalUrl() + path)
      const html = await (await get(path)).text()
      const said = [...html.matchAll(/<link rel="alternate" hrefLang="([^"]+)" href="([^"]+)"/gi)]
      expect(said.map(([, tag, href]) => `${tag} ${href}`).sort()).toEqual(
        (entry?.['xhtml:link'] ?? []).map((l) => `${l['@_hreflang']} ${l['@_href']}`).sort(),
      )
    }
  })

  it('of news are there, and hold what is two days old at most', async () => {
    for (const language of languageCodes) {
      const { urlset } = await xml(`/${language}/sitemaps/news.xml`)
      for (const url of urlset.url ?? [])
        expect(Date.now() - Date.parse(url['news:news']['news:publication_date'])).toBeLessThan(
          49 * 3_600_000,
        )
    }
  })

  it.each(['/en/sitemaps/1999-01.xml', '/zh/sitemaps/2026-11-2.xml', '/en/nowhere/feed.json'])(
    '%s answers 404 on a page',
    async (path) => {
      const answer = await get(path)
      expect(answer.status).toBe(404)
      expect(answer.headers.get('content-type')).toMatch(/^text\/html/)
    },
  )
})

describe('feeds', () => {
  it('of every list are on the page of feeds', () => {
    for (const feed of ['/feed.xml', '/city/feed.json', '/series/two-rivers/feed.xml'])
      for (const language of languageCodes) expect(feeds).toContain(`/${language}${feed}`)
    expect(feeds.length).toBeGreaterThan(60)
  })

  it('are read by other programs, whole, with the same names in both formats', async () => {
    const addresses: string[] = []
    for (const path of feeds.filter((feed) => feed.endsWith('.xml'))) {
      const text = await (await get(path)).text()
      expect(XMLValidator.validate(text)).toBe(true)
      const rss = parseFeed(text)
      expect(pathOfUrl(rss.self ?? '')).toBe(path)
      const json = await (await get(path.replace(/xml$/, 'json'))).json()
      expect(json.version).toBe('https://jsonfeed.org/version/1.1')
      expect(typeof json.title).toBe('string')
      expect(json.feed_url).toBe(rss.self?.replace(/xml$/, 'json'))
      const items: JsonItem[] = json.items
      expect(items.map(({ id }) => id)).toEqual(rss.items.map(({ id }) => id))
      expect(items.map(({ url }) => url)).toEqual(rss.items.map(({ url }) => url))
      for (const item of items) {
        expect(item.id).toMatch(/^tag:ichongqing\.info,2026:articles\/\d+$/)
        expect(new Date(item.date_published).toISOString()).toBe(item.date_published)
        expect(item.content_html).toMatch(/<(?:p|figure)>/)
        expect(item.content_html).not.toMatch(/<(?:script|iframe|style)|\son\w+=|(?:src|href)="\//)
        const led = item.content_html.matchAll(/(?:src|href)="(http[^"]+)"/g)
        addresses.push(item.url, ...[...led].map(([, to]) => to ?? ''))
      }
      for (const { authors, categories, media } of rss.items) {
        expect(authors.length * categories.length * media.length).toBeGreaterThan(0)
        addresses.push(...media.map(({ url }) => url))
      }
    }
    const own = addresses.filter((url) => url.startsWith(portalUrl()))
    expect(new Set(own).size).toBeGreaterThan(80)
    expect(await broken(own)).toEqual([])
  })

  it('are announced by the pages that list the same stories', async () => {
    for (const path of ['/en/topics/yangtze', '/zh/latest', '/en']) {
      const html = await (await get(path)).text()
      const announced = [...html.matchAll(/<link rel="alternate" type="([^"]+)" href="([^"]+)"/g)]
      const base = path.replace('/latest', '')
      expect(announced.map(([, type, href]) => [type, href])).toEqual([
        ['application/rss+xml', `${portalUrl()}${base}/feed.xml`],
        ['application/feed+json', `${portalUrl()}${base}/feed.json`],
      ])
    }
  })
})

describe('answers to programs', () => {
  it.each([
    ['/en/feed.xml', 'application/rss+xml; charset=utf-8'],
    ['/zh/city/feed.json', 'application/feed+json; charset=utf-8'],
    ['/sitemap.xml', 'application/xml; charset=utf-8'],
    ['/en/sitemaps/2026-11.xml', 'application/xml; charset=utf-8'],
    ['/robots.txt', 'text/plain; charset=utf-8'],
    ['/.well-known/security.txt', 'text/plain; charset=utf-8'],
    ['/.well-known/gpc.json', 'application/json; charset=utf-8'],
  ])('%s: type, caching, 304 by tag and by date, HEAD, 405', async (path, type) => {
    const answer = await get(path, { 'accept-encoding': 'gzip' })
    const { headers } = answer
    expect([answer.status, headers.get('content-type')]).toEqual([200, type])
    expect(headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
    expect(headers.get('set-cookie')).toBeNull()
    const tag = headers.get('etag') ?? ''
    const date = headers.get('last-modified') ?? ''
    expect(Date.parse(date)).toBeLessThanOrEqual(Date.now())
    const status = async (sent: Record<string, string>) =>
      (await get(path, { 'accept-encoding': 'gzip', ...sent })).status
    expect(await status({ 'if-none-match': tag })).toBe(304)
    expect(await status({ 'if-modified-since': date })).toBe(304)
    expect(await status({ 'if-modified-since': 'Thu, 01 Jan 2026 00:00:00 GMT' })).toBe(200)
    expect(await status({ 'if-none-match': '"other"', 'if-modified-since': date })).toBe(200)
    const head = await fetch(portalUrl() + path, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
    const post = await fetch(portalUrl() + path, { method: 'POST' })
    expect(post.status).toBe(405)
    expect(post.headers.get('allow')).toMatch(/GET, HEAD/)
  })

  it('feeds may be read by scripts of other sites, and are no search results', async () => {
    const { headers } = await get('/en/feed.json')
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.get('x-robots-tag')).toBe('noindex')
  })

  it('what is elsewhere is led to', async () => {
    const leads = async (path: string) => (await get(path)).headers.get('location')
    expect(await leads('/security.txt')).toBe('/.well-known/security.txt')
    expect(await leads('/.well-known/change-password')).toBe('/admin/account')
  })
})

describe('a change in the newsroom', () => {
  let desk: Editor
  beforeAll(async () => {
    desk = await editor('editor')
  })

  async function within(path: string, holds: (text: string) => boolean): Promise<void> {
    const began = Date.now()
    let text = ''
    while (Date.now() - began < 1000) {
      text = await (await get(path)).text()
      if (holds(text)) return
      await pause(20)
    }
    throw new Error(`${path} did not change within a second: ${text.slice(0, 300)}`)
  }

  it('a withdrawn story leaves feeds and sitemaps within a second, and comes back', async () => {
    const { docs } = await desk.send(
      'GET',
      '/api/articles?where[slug][equals]=hotpot&where[language][equals]=en&depth=0',
    )
    const [story] = docs as { id: number; path: string }[]
    if (!story) throw new Error('The sample edition has no hotpot')
    const month = `/en/sitemaps/${story.path.slice(4, 11).replace('/', '-')}.xml`
    const lists = ['/en/feed.xml', '/en/feed.json', month]
    for (const path of lists) await within(path, (text) => text.includes(story.path))
    const before = (await get('/en/feed.xml')).headers.get('last-modified') ?? ''
    await desk.send('PATCH', `/api/articles/${story.id}`, { _status: 'draft' })
    for (const path of lists) await within(path, (text) => !text.includes(story.path))
    // The other edition announces it no more.
    await within('/zh/sitemaps/2026-11.xml', (text) => !text.includes(`${story.path}"`))
    // Who asks by date is not told that nothing has changed.
    expect((await get('/en/feed.xml', { 'if-modified-since': before })).status).toBe(200)
    await desk.send('PATCH', `/api/articles/${story.id}`, { _status: 'published' })
    for (const path of lists) await within(path, (text) => text.includes(story.path))
  })

  it('a correction is in the feeds, with its time', async () => {
    const { docs } = await desk.send(
      'GET',
      '/api/articles?where[slug][equals]=hotpot&where[language][equals]=zh&depth=0',
    )
    const [story] = docs as { id: number }[]
    const correctedAt = '2026-11-20T00:00:00.000Z'
    await desk.send('PATCH', `/api/articles/${story?.id}`, {
      corrections: [{ correctedAt, text: '原文年份有误。' }],
      _status: 'published',
    })
    await within('/zh/feed.xml', (text) => text.includes('原文年份有误。'))
    expect(await (await get('/zh/feed.xml')).text()).toContain(
      `<atom:updated>${correctedAt}</atom:updated>`,
    )
  })

  it('a hub is named in both formats and in the headers, as long as the site follows one', async () => {
    const admin = await editor('admin')
    const hub = 'https://hub.invalid/'
    const follow = (websubHub: string | null) =>
      admin.send('POST', '/api/globals/site-settings?locale=en', { websubHub })
    await follow(hub)
    try {
      await within('/en/city/feed.xml', (text) => text.includes(`href="${hub}" rel="hub"`))
      await within('/en/city/feed.json', (text) => text.includes(`"hubs":[{"type":"WebSub"`))
      expect((await get('/en/city/feed.json')).headers.get('link')).toBe(
        `<${hub}>; rel="hub", <${portalUrl()}/en/city/feed.json>; rel="self"`,
      )
    } finally {
      await follow(null)
    }
    await within('/en/city/feed.xml', (text) => !text.includes('rel="hub"'))
  })
})
