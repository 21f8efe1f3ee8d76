import { XMLValidator } from 'fast-xml-parser'
import type { Browser, Page } from 'playwright-core'
import { accessibilityFaults } from '../harness/accessibility.ts'
import { openBrowser } from '../harness/browser.ts'
import { get } from '../harness/pages.ts'
import { editor, portalUrl } from '../harness/portal.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const liziba = '/en/2026/11/18/liziba-monorail'
const search = (q: string, more = '') => `/en/search?${new URLSearchParams({ q })}${more}`
const textOf = async (path: string) => (await get(path)).text()
const links = (html: string) =>
  [...html.matchAll(/<h2[^>]*><a href="([^"]+)"/g)].map(([, href]) => href)

async function open(path: string, options: Parameters<Browser['newContext']>[0] = {}) {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...options })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(error.message))
  await page.goto(portalUrl() + path)
  return { context, page, faults }
}

describe('searching without script', () => {
  it('leads from the field in the masthead to marked passages, and on to the story', async () => {
    const { context, page } = await open('/en', { javaScriptEnabled: false })
    await page.fill('header input[name=q]', 'monorail')
    await page.click('header search button')
    expect(page.url()).toBe(portalUrl() + search('monorail'))
    expect(await page.locator('main li mark').first().textContent()).toMatch(/monorail/i)
    expect(await page.locator('meta[name=robots]').getAttribute('content')).toMatch(/^noindex/)
    await page.locator('main li h2 a').first().click()
    expect(page.url()).toBe(portalUrl() + liziba)
    await context.close()
  })

  it('shows passages that say something else than what stands above the headline', async () => {
    const html = await textOf(search('city'))
    const shown = [...html.matchAll(/<p class="kicker">(.*?)<\/p>.*?<p>(.*?)<\/p>/g)]
    const repeated = shown.filter(
      ([, kicker, passage]) => kicker === passage?.replace(/<.*?>/g, ''),
    )
    expect(shown.length).toBeGreaterThan(10)
    expect(repeated).toEqual([])
  })

  it('on a phone the button leads to the page with the field', async () => {
    const { context, page } = await open('/zh', {
      javaScriptEnabled: false,
      viewport: { width: 390, height: 800 },
    })
    await page.click('header search button')
    await page.fill('main input[name=q]', '輕軌')
    await page.click('main form button')
    expect(await page.locator('main mark').first().textContent()).toBe('轻轨')
    await context.close()
  })

  it('is narrowed by its form, and keeps its words in the other language', async () => {
    const { context, page } = await open(search('Chongqing'), { javaScriptEnabled: false })
    await page.click('main summary')
    await page.selectOption('select[name=section]', 'technology')
    await page.check('input[name=in]')
    await page.click('main form button')
    expect(new URL(page.url()).search).toContain('section=technology')
    const sections = await page.locator('main li .meta span').allTextContents()
    expect(new Set(sections)).toEqual(new Set(['Technology']))
    await page.locator('header a[hreflang="zh-Hans"]').click()
    expect(page.url()).toBe(`${portalUrl()}/zh/search?q=Chongqing&in=all`)
    await context.close()
  })

  it.each([
    [`${portalUrl()}${liziba}`],
    [`${liziba}?from=somewhere`],
    ['https://www.ichongqing.info/2023/11/10/venezuela-deputy-minister-technology-cooperation/'],
  ])('the address of a story, %s, finds it', async (address) => {
    const found = links(await textOf(search(address)))
    expect(found).toHaveLength(1)
    expect(address).toContain(found[0]?.replace(/^\/en/, ''))
  })

  it('that finds nothing proposes other spellings, fewer words, the other language, the latest', async () => {
    expect(await textOf(search('monorial'))).toContain('href="/en/search?q=monorail"')
    expect(await textOf(search('monorail zebra'))).toContain('href="/en/search?q=monorail"')
    expect(await textOf(search('轻轨'))).toMatch(/href="\/zh\/search\?q=%E8%BD%BB%E8%BD%A8"/)
    expect(await textOf(search('qwertyuiop'))).toContain('Latest stories')
  })
})

describe('a search over HTTP', () => {
  it('has one spelling in memory, whatever stands beside it', async () => {
    await textOf(search('teahouse'))
    for (const path of [
      search('teahouse', '&utm_source=x'),
      '/en/search?x=1&q=++teahouse+',
      search('teahouse', '&section=No%20slug&after=1'),
    ]) {
      const answer = await get(path)
      expect(answer.headers.get('cache-status')).toMatch(/; hit/)
      expect(answer.headers.get('set-cookie')).toBeNull()
    }
  })

  const long = 'monorail '.repeat(1200)
  it.each([
    ['10,000 characters', long.slice(0, 10_000)],
    ['a word of 10,000 letters', 'a'.repeat(10_000)],
    ['500 words', Array.from({ length: 500 }, (_, at) => `word${at}`).join(' ')],
    ['one character 3,000 times', '重'.repeat(3000)],
    ['operators', '& | ! ( ) <-> :* \\ " \' -'],
    ['NUL', 'mono\0rail'],
    ['quotation marks', '"""“”「」'],
    ['minus words alone', '-monorail -bridge'],
    ['SQL', "'; drop table search_stories; --"],
    ['markup', '<script>alert(1)</script>'],
    ['emoji', '🚝🚝'],
  ])('%s: is answered, on a page', async (_name, typed) => {
    const answer = await get(search(typed))
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(await answer.text()).not.toContain('<script>alert')
    expect((await get(`/en/search/suggest?${new URLSearchParams({ q: typed })}`)).status).toBe(200)
  })

  it('a query that is no text is read as far as it is one', async () => {
    for (const q of ['%ED%A0%80', '%FF%FE', '%00', '%', '%E4%B8'])
      expect((await get(`/en/search?q=${q}`)).status).toBe(200)
  })

  it('says when it was cut', async () => {
    expect(await textOf(search('a'.repeat(300)))).toContain('The search is long')
  })

  it('is described for browsers and search engines', async () => {
    const front = await textOf('/zh')
    expect(front).toContain('"@type":"SearchAction"')
    expect(front).toMatch(/<link rel="search"[^>]* href="\/zh\/search\/description\.xml"/)
    const answer = await get('/zh/search/description.xml')
    expect(answer.headers.get('content-type')).toMatch(/^application\/opensearchdescription\+xml/)
    const xml = await answer.text()
    expect(XMLValidator.validate(xml)).toBe(true)
    expect(xml).toContain(`template="${portalUrl()}/zh/search?q={searchTerms}"`)
    for (const end of ['$', '?', '/'])
      expect((await textOf('/robots.txt')).split('\n')).toContain(`Disallow: /en/search${end}`)
  })

  it('a story is found as soon as it is out, and no more when it is withdrawn', async () => {
    const desk = await editor('admin')
    const { docs } = (await desk.send('GET', '/api/articles?where[slug][equals]=teahouses')) as {
      docs: { id: number }[]
    }
    const id = docs[0]?.id
    const path = search('teahouses bowl')
    const isFound = async () => links(await textOf(path)).includes('/en/2026/02/24/teahouses')
    expect(await isFound()).toBe(true)
    await desk.send('PATCH', `/api/articles/${id}`, { _status: 'draft' })
    await until(async () => !(await isFound()))
    expect((await get(path)).headers.get('cache-status')).toMatch(/hit/)
    await desk.send('PATCH', `/api/articles/${id}`, { _status: 'published' })
    await until(isFound)
  })
})

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 50; tries += 1) {
    if (await isSo()) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('It never came to be')
}

describe('suggestions', () => {
  const field = 'header input[name=q]'
  const options = (page: Page) => page.locator('header [role=option]')

  it('are walked through by keyboard, as a combobox is', async () => {
    const { context, page, faults } = await open('/en')
    await page.locator(field).pressSequentially('hotpo')
    await options(page).first().waitFor()
    expect(await page.getAttribute(field, 'aria-expanded')).toBe('true')
    await page.keyboard.press('ArrowDown')
    const active = await page.getAttribute(field, 'aria-activedescendant')
    expect(await page.locator(`[id="${active}"]`).getAttribute('aria-selected')).toBe('true')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('q')
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await accessibilityFaults(page, 'header')).toEqual([])
    }
    await page.keyboard.press('Escape')
    expect(await options(page).count()).toBe(0)
    expect(await page.inputValue(field)).toBe('hotpo')
    await page.keyboard.press('ArrowDown')
    await options(page).first().waitFor()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/en\/(?:\d{4}|topics|search)/)
    expect(faults).toEqual([])
    await context.close()
  })

  it('come from an address that is kept, and name what they are', async () => {
    const path = '/zh/search/suggest?q=%E9%95%BF%E6%B1%9F'
    const answer = await get(path)
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(await answer.json()).toContainEqual({
      text: '长江',
      href: '/zh/topics/yangtze',
      kind: '话题',
    })
    expect((await get(path)).headers.get('cache-status')).toMatch(/; hit/)
  })

  it('bring back what was searched in this browser, until the reader forgets it', async () => {
    const { context, page } = await open('/en')
    await page.fill(field, 'hotpot')
    await page.press(field, 'Enter')
    await page.waitForURL(/q=hotpot/)
    await page.goto(`${portalUrl()}/en`)
    await page.focus(field)
    await options(page).first().waitFor()
    expect(await options(page).allTextContents()).toEqual([
      'hotpot Recent searches',
      'Forget recent searches',
    ])
    expect(await context.cookies()).toEqual([])
    await options(page).last().click()
    expect(await page.evaluate(() => localStorage.getItem('searches'))).toBeNull()
    await context.close()
  })
})
