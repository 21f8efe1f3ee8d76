import { factsOf, type Language, languageCodes } from '../../lib/languages.ts'
import { get, named } from '../harness/pages.ts'
import { portalUrl } from '../harness/portal.ts'
import { vocabularyFaults } from '../harness/vocabulary.ts'

const attributes = (tag: string): Record<string, string> =>
  Object.fromEntries(
    [...tag.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name.toLowerCase(),
      value.replaceAll('&amp;', '&').replaceAll('&quot;', '"'),
    ]),
  )

/** What the head of a page says: links by relation, properties of Open Graph and of cards. */
async function headAt(path: string) {
  const html = await (await get(path)).text()
  const tags = (name: string) =>
    [...html.matchAll(new RegExp(`<${name}\\b[^>]*>`, 'g'))].map(([tag]) => attributes(tag))
  const metas = tags('meta')
  const content = (name: string) =>
    metas.filter((meta) => (meta.property ?? meta.name) === name).map((meta) => meta.content ?? '')
  const links = tags('link')
  return {
    html,
    content,
    canonical: links.find(({ rel }) => rel === 'canonical')?.href,
    editions: Object.fromEntries(
      links
        .filter(({ hreflang }) => hreflang)
        .map(({ hreflang = '', href = '' }) => [hreflang, href]),
    ),
    links,
    things: [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(
      ([, text = '']) => JSON.parse(text),
    ),
  }
}

const shown = named.filter(
  ([, { status, type }]) => status === 200 && type !== 'thanks' && !type.startsWith('search'),
)
const absolute = (path: string) => new URL(path, portalUrl()).href

describe('what the world sees of a page', () => {
  it.each(shown)('%s: canonical, previews, icons, valid structured data', async (_name, page) => {
    const { canonical, content, links, things } = await headAt(page.path)
    expect(canonical).toBe(absolute(page.path))
    // Searchers are led to the whole of a live story, not to one of its entries.
    const isPart = page.type.startsWith('entry ')
    expect(content('robots')).toEqual([
      isPart ? 'noindex, follow' : 'index, follow, max-image-preview:large',
    ])
    expect(content('og:url')).toEqual([canonical])
    expect(content('og:locale')).toEqual([factsOf(page.language).openGraph])
    expect(content('og:title')[0]?.length).toBeGreaterThan(1)
    expect(content('twitter:card')).toEqual(['summary_large_image'])
    expect(content('theme-color')).toHaveLength(2)
    for (const rel of ['icon', 'apple-touch-icon', 'manifest'])
      expect(links.some((link) => link.rel === rel)).toBe(true)
    expect(things).toHaveLength(1)
    expect(vocabularyFaults(things)).toEqual([])
  })

  it.each(shown)('%s: the picture that is shared is there, at its size', async (_name, page) => {
    const { content } = await headAt(page.path)
    const [picture = ''] = content('og:image')
    expect(picture).toMatch(/^https?:/)
    expect(content('og:image:type')[0]).toBe('image/jpeg')
    expect(content('og:image:width')[0]).toBe('1200')
    expect(content('og:image:height')[0]).toBe('630')
    expect(content('og:image:alt')[0]?.length).toBeGreaterThan(1)
    expect(content('twitter:image')).toEqual([picture])
  })

  it.each(languageCodes)('a story (%s) says when, where, by whom', async (language) => {
    const { content, things } = await headAt(`/${language}/2026/11/18/liziba-monorail`)
    expect(content('og:type')).toEqual(['article'])
    expect(content('article:published_time')[0]).toMatch(/^2026-11-1[78]T/)
    expect(content('article:author')[0]).toBe(absolute(`/${language}/authors/lin-shan`))
    expect(content('article:section')).toHaveLength(1)
    const graph: { '@type': string }[] = things[0]['@graph']
    const article = graph.find((thing) => thing['@type'].endsWith('NewsArticle'))
    expect(article).toMatchObject({
      inLanguage: factsOf(language).tag,
      author: [{ url: absolute(`/${language}/authors/lin-shan`) }],
      isAccessibleForFree: true,
    })
    const { image } = article as unknown as { image: { url: string; width: string }[] }
    for (const { url, width } of image) {
      expect(Number(width)).toBeGreaterThanOrEqual(1200)
      expect((await fetch(url)).headers.get('content-type')).toBe('image/jpeg')
    }
  })

  it.each(languageCodes)(
    'film and sound of a story (%s) are handed on as files',
    async (language) => {
      const film = await headAt(`/${language}/2026/10/29/yangtze-cableway`)
      const sound = await headAt(`/${language}/2026/01/15/fog-city`)
      const [video = '', audio = ''] = [...film.content('og:video'), ...sound.content('og:audio')]
      expect((await fetch(video)).headers.get('content-type')).toBe('video/mp4')
      expect((await fetch(audio)).headers.get('content-type')).toBe('audio/mp4')
    },
  )

  it('hreflang is reciprocal over the whole edition', async () => {
    const announced = new Map<string, Record<string, string>>()
    const open = languageCodes.map((code) => absolute(`/${code}`))
    // From the front pages to whatever they lead to, story pages and lists alike.
    for (const url of open) {
      const path = new URL(url).pathname
      const { html, editions } = await headAt(path)
      announced.set(url, editions)
      if (isStory(path)) continue
      for (const [, href = ''] of html.matchAll(/<a [^>]*href="(\/[^"?#]*)"/g))
        if (isPage(href) && !open.includes(absolute(href))) open.push(absolute(href))
    }
    const stories = [...announced.keys()].filter((url) => isStory(new URL(url).pathname))
    expect(stories.length).toBeGreaterThanOrEqual(44)
    const faults = [...announced].flatMap(([url, editions]) => {
      if (Object.keys(editions).length === 0) return []
      const own = new URL(url).pathname.split('/')[1] as Language
      const itself = editions[factsOf(own).tag] === url ? [] : [`${url} does not name itself`]
      const others = Object.entries(editions)
        .filter(([tag]) => tag !== 'x-default')
        .filter(([, other]) => JSON.stringify(announced.get(other)) !== undefined)
        .filter(([, other]) => announced.get(other)?.[factsOf(own).tag] !== url)
        .map(([, other]) => `${other} does not answer to ${url}`)
      const fallback = editions['x-default'] === undefined ? [`${url} has no default`] : []
      return [...itself, ...others, ...fallback]
    })
    expect(faults).toEqual([])
  })

  it('the manifest names the portal, and pictures that are there', async () => {
    const answer = await get('/manifest.webmanifest')
    expect(answer.headers.get('content-type')).toMatch(/^application\/manifest\+json/)
    const { name, start_url, icons } = await answer.json()
    expect({ name, start_url }).toEqual({ name: 'iChongqing', start_url: '/' })
    expect(icons.some(({ purpose }: { purpose?: string }) => purpose === 'maskable')).toBe(true)
    for (const { src } of icons) expect((await get(src)).status).toBe(200)
  })

  it.each(['/favicon.ico', '/apple-touch-icon.png', '/icon.svg', '/icon-192.png', '/icon-512.png'])(
    '%s is there',
    async (path) => {
      const answer = await get(path)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-type')).toMatch(/^image\//)
    },
  )
})

const isStory = (path: string): boolean => /^\/\w+\/\d{4}\//.test(path)
const isPage = (path: string): boolean =>
  languageCodes.some((code) => path === `/${code}` || path.startsWith(`/${code}/`)) &&
  !/\.(?:xml|json)$/.test(path)
