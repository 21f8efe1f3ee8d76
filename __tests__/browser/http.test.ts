import { XMLValidator } from 'fast-xml-parser'
import { HtmlValidate } from 'html-validate'
import { factsOf, otherLanguages } from '../../lib/languages.ts'
import { get, named } from '../harness/pages.ts'
import { portalUrl } from '../harness/portal.ts'

/** The HTML standard alone; matters of style are Biome's and axe's. */
const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {
    // React writes some attributes in its own case; HTML does not mind.
    'attribute-allowed-values': 'error',
    'attr-case': 'off',
    'no-trailing-whitespace': 'off',
    'doctype-style': 'off',
    'void-style': 'off',
    'long-title': 'off',
    'tel-non-breaking': 'off',
  },
})

describe('every page over HTTP', () => {
  it.each(named)(
    '%s: status, language, title, one h1, valid HTML, nothing of Next',
    async (_name, page) => {
      const answer = await get(page.path)
      const html = await answer.text()
      expect(answer.status).toBe(page.status)
      expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
      expect(html).toContain(`<html lang="${factsOf(page.language).tag}"`)
      expect(/<title>([^<]{4,120})<\/title>/.exec(html)?.[1]).toBeTruthy()
      expect(html.match(/<h1[\s>]/g)).toHaveLength(1)
      const scripts = [...html.matchAll(/<script\b[^>]*>/g)]
        .map(([tag]) => tag)
        .filter((tag) => !tag.includes('application/ld+json'))
      // The pre-paint script inside the page, and the portal's own module.
      expect(scripts).toEqual([
        '<script>',
        expect.stringMatching(/src="\/enhance\/portal-[\w-]+\.js"/),
      ])
      expect(html).not.toMatch(/__next_f|portal:answer|<!--|data-portal/)
      const report = await validator.validateString(html)
      const faults = report.results.flatMap(({ messages }) =>
        messages.map(
          ({ ruleId, message, line, column }) => `${ruleId} ${line}:${column} ${message}`,
        ),
      )
      expect(faults).toEqual([])
    },
  )

  it.each(named)('%s: policy, caching and no cookie', async (_name, page) => {
    const { headers } = await get(page.path, { 'accept-encoding': 'br' })
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-powered-by')).toBeNull()
    expect(headers.get('set-cookie')).toBeNull()
    expect(headers.get('vary')).toBe('Accept-Encoding')
    expect(headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
    expect(headers.get('content-encoding')).toBe('br')
    expect(headers.get('cache-status')).toMatch(/iChongqing; (hit|fwd)/)
    expect(headers.get('surrogate-key')).toContain('site')
  })

  it.each(named)(
    '%s: a second request is a hit, and unchanged for who has it',
    async (_n, page) => {
      await (await get(page.path)).text()
      const again = await get(page.path)
      expect(again.headers.get('cache-status')).toMatch(/; hit/)
      expect(again.headers.get('age')).toMatch(/^\d+$/)
      if (page.status !== 200) return
      const etag = again.headers.get('etag') ?? ''
      expect((await get(page.path, { 'if-none-match': etag })).status).toBe(304)
    },
  )

  it.each(
    named.filter(
      ([, { status, type }]) => status === 200 && type !== 'thanks' && !type.startsWith('search'),
    ),
  )('%s: canonical address and hreflang are absolute, reciprocal and true', async (_name, page) => {
    const html = await (await get(page.path)).text()
    const link = (pattern: RegExp) => [...html.matchAll(pattern)].map(([, href]) => href)
    expect(link(/<link rel="canonical" href="([^"]+)"/g)).toEqual([portalUrl() + page.path])
    const alternates = link(/<link rel="alternate" hrefLang="[^"]+" href="([^"]+)"/gi)
    for (const alternate of alternates) {
      const other = await (await fetch(alternate ?? '')).text()
      expect(other).toContain(`href="${portalUrl()}${page.path}"`)
    }
    const switches = link(/href="([^"]+)\?switch=\w+"/g)
    expect(switches).toHaveLength(otherLanguages(page.language).length)
    expect((await get(switches[0] ?? '')).status).toBe(200)
  })
})

describe('addresses', () => {
  it.each([
    ['zh-CN,zh;q=0.9,en;q=0.5', '', '/zh'],
    ['zh-TW', '', '/zh'],
    ['zh-HK;q=0.7, fr', '', '/zh'],
    ['fr, en;q=0.5', '', '/en'],
    ['', '', '/en'],
    ['en', 'NEXT_LOCALE=zh', '/zh'],
    ['zh', 'NEXT_LOCALE=en', '/en'],
    ['zh', 'NEXT_LOCALE=klingon', '/zh'],
  ])('/ with Accept-Language "%s" and cookie "%s" leads to %s', async (accept, cookie, to) => {
    const answer = await get('/', { 'accept-language': accept, cookie })
    expect([302, 307]).toContain(answer.status)
    expect(answer.headers.get('location')).toBe(to)
    expect(answer.headers.get('vary')?.toLowerCase()).toMatch(
      /cookie.*accept-language|accept-language.*cookie/,
    )
    expect(answer.headers.get('cache-control')).toMatch(/private|no-store/)
    expect(answer.headers.get('set-cookie')).toBeNull()
  })

  it('a page in a language stays in it, whatever the browser speaks', async () => {
    const answer = await get('/en', { 'accept-language': 'zh', cookie: 'NEXT_LOCALE=zh' })
    expect(answer.status).toBe(200)
  })

  it('the switch sets the cookie, and leads on to the clean address', async () => {
    const answer = await get('/zh/city?switch=zh')
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/zh/city')
    expect(answer.headers.get('set-cookie')).toMatch(/^NEXT_LOCALE=zh;.*SameSite=Lax/)
    expect(answer.headers.get('cache-control')).toMatch(/no-store/)
  })

  it.each([
    ['/en/', '/en'],
    ['/EN/City', '/en/city'],
    ['//en//city', '/en/city'],
    [
      '/2023/11/10/venezuela-deputy-minister-technology-cooperation/',
      '/en/2023/11/10/venezuela-deputy-minister-technology-cooperation',
    ],
  ])('%s leads to its one spelling %s', async (path, to) => {
    const answer = await fetch(portalUrl() + path, { redirect: 'manual' })
    expect(answer.status).toBe(308)
    expect(answer.headers.get('location')).toBe(to)
  })

  it('the first story stands at its address', async () => {
    const path = '/en/2023/11/10/venezuela-deputy-minister-technology-cooperation'
    expect((await get(path)).status).toBe(200)
  })

  it.each(['/%E0%A4%A', '/en/%ff'])('%s is a bad request, told on a page', async (path) => {
    const answer = await fetch(portalUrl() + path, { redirect: 'manual' })
    expect(answer.status).toBe(400)
    expect(answer.headers.get('content-type')).toMatch(/^text\/html/)
  })

  it.each(['PUT', 'DELETE', 'POST', 'PATCH'])(
    '%s on a page is refused with what is allowed',
    async (method) => {
      const answer = await fetch(`${portalUrl()}/en`, { method, redirect: 'manual' })
      expect(answer.status).toBe(405)
      expect(answer.headers.get('allow')).toMatch(/GET/)
    },
  )

  it('HEAD answers as GET does, without a body', async () => {
    const answer = await fetch(`${portalUrl()}/en/latest`, { method: 'HEAD' })
    expect(answer.status).toBe(200)
    expect(await answer.text()).toBe('')
  })

  it.each([
    '/en/feed.xml',
    '/zh/city/feed.xml',
    '/en/series/two-rivers/feed.xml',
    '/zh/topics/yangtze/feed.xml',
    '/en/authors/lin-shan/feed.xml',
  ])('%s is a well-formed feed', async (path) => {
    const answer = await get(path)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('application/rss+xml; charset=utf-8')
    const xml = await answer.text()
    expect(XMLValidator.validate(xml)).toBe(true)
    expect(xml).toMatch(/<item>/)
  })

  it('a picture is immutable, typed, and served in parts', async () => {
    const html = await (await get('/en')).text()
    const path = /\/media\/[\w-]+\/wide-\d+\.avif/.exec(html)?.[0] ?? ''
    const answer = await get(path, { range: 'bytes=0-99' })
    expect(answer.status).toBe(206)
    expect(answer.headers.get('content-type')).toBe('image/avif')
    expect(answer.headers.get('cache-control')).toMatch(/immutable/)
  })

  it('headers of the portal’s own cannot be forged from outside', async () => {
    const state = Buffer.from(JSON.stringify({ values: { name: 'forged' } })).toString('base64url')
    const answer = await get('/en/message', { 'x-portal-form': state, 'cache-control': 'no-cache' })
    expect(await answer.text()).not.toContain('forged')
  })
})
