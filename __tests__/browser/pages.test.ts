import type { Browser, BrowserContext, Page } from 'playwright-core'
import { accessibilityFaults } from '../harness/accessibility.ts'
import { openBrowser } from '../harness/browser.ts'
import { slowDown, watchShifts } from '../harness/layout-shifts.ts'
import { named, type PageUnderTest } from '../harness/pages.ts'
import { portalUrl } from '../harness/portal.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

type Seen = { page: Page; context: BrowserContext; faults: string[]; foreign: string[] }

/** Opens a page as a reader would, and notes what the console says and where requests go. */
async function open(
  { path, status = 200 }: Pick<PageUnderTest, 'path'> & { status?: number },
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<Seen> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const faults: string[] = []
  const foreign: string[] = []
  page.on('console', (message) => {
    // The browser itself reports the status of a page that is 404, as it should be.
    const expected = status === 404 && message.text().includes('status of 404')
    if (message.type() === 'error' && !expected) faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith(portalUrl())) foreign.push(request.url())
  })
  await page.goto(portalUrl() + path)
  return { page, context, faults, foreign }
}

/** Pages of one view and one kind of text need one look; all of them are asked for over HTTP. */
const alike = ['contact', 'privacy', 'terms', 'corrections', 'ownership', 'unknown story']
const views = named.filter(([, { type }]) => !alike.includes(type))

const loaded = [
  'front page',
  'story',
  'photo essay',
  'video story',
  'explainer',
  'interview',
  'section',
  'message',
]

describe('every page in a browser', () => {
  it.each(views)(
    '%s: accessible in light and dark, quiet, narrow, without cookies',
    async (_n, under) => {
      const { page, context, faults, foreign } = await open(under, {
        viewport: { width: 320, height: 800 },
      })
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(wide).toBeLessThanOrEqual(320)
      expect(await accessibilityFaults(page)).toEqual([])
      await page.emulateMedia({ colorScheme: 'dark' })
      expect(await accessibilityFaults(page)).toEqual([])
      expect(faults).toEqual([])
      expect(foreign).toEqual([])
      expect(await context.cookies()).toEqual([])
      await context.close()
    },
  )

  it.each(named.filter(([, { type }]) => loaded.includes(type)))(
    '%s: is whole with script off, and nothing moves while it loads',
    async (_name, under) => {
      const off = await open(under, { javaScriptEnabled: false })
      expect((await off.page.locator('main').textContent())?.trim()).not.toBe('')
      expect(off.faults).toEqual([])
      await off.context.close()
      const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
      const page = await context.newPage()
      const shifts = await watchShifts(page)
      await page.goto(portalUrl() + under.path, { waitUntil: 'networkidle' })
      expect(await shifts()).toEqual([])
      await context.close()
    },
  )

  it.each(named.filter(([, { type }]) => ['front page', 'story', 'section'].includes(type)))(
    '%s: nothing moves on a slow phone',
    async (_name, { path }) => {
      const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
      const page = await context.newPage()
      const shifts = await watchShifts(page)
      // Pictures have their places before they arrive; they would take a minute.
      await page.route('**/media/**', (route) => route.abort())
      await slowDown(page)
      await page.goto(portalUrl() + path, { waitUntil: 'networkidle' })
      expect(await shifts()).toEqual([])
      await context.close()
    },
  )

  it('every link of the front pages leads to a page', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    const found = new Set<string>()
    for (const front of ['/en', '/zh']) {
      await page.goto(portalUrl() + front)
      const hrefs = await page
        .locator('a[href^="/"]')
        .evaluateAll((links) => links.map((a) => a.getAttribute('href') ?? ''))
      for (const href of hrefs) found.add(href.split(/[?#]/)[0] ?? '')
    }
    await context.close()
    const dead: string[] = []
    for (const path of found) {
      const { status } = await fetch(portalUrl() + path, { redirect: 'manual' })
      if (status !== 200) dead.push(`${status} ${path}`)
    }
    expect(dead).toEqual([])
  })

  it('the keyboard reaches the text first, and every focus is seen', async () => {
    const { page, context } = await open({ path: '/en' })
    await page.keyboard.press('Tab')
    const first = await page.evaluate(() => document.activeElement?.getAttribute('href'))
    expect(first).toBe('#main')
    const unseen: string[] = []
    let stops = 1
    for (; stops < 200; stops++) {
      await page.keyboard.press('Tab')
      const state = await page.evaluate(() => {
        const isDrawn = ({ outlineStyle, outlineWidth, content }: CSSStyleDeclaration) =>
          content !== 'none' && outlineStyle === 'solid' && Number.parseFloat(outlineWidth) >= 2
        // The link of a card draws it around the whole card, which its ::after covers.
        const isMarked = (element: Element) =>
          isDrawn(getComputedStyle(element)) || isDrawn(getComputedStyle(element, '::after'))
        const { activeElement } = document
        if (!activeElement || activeElement === document.body) return 'end'
        return isMarked(activeElement) ? '' : activeElement.outerHTML
      })
      if (state === 'end') break
      if (state !== '') unseen.push(state)
    }
    expect(unseen).toEqual([])
    expect(stops).toBeGreaterThan(40)
    expect(stops).toBeLessThan(200)
    await context.close()
  })
})

describe('switching language', () => {
  it('lands on the same story, by a plain link, without script', async () => {
    const { page, context } = await open(
      { path: '/en/2026/11/18/liziba-monorail' },
      { javaScriptEnabled: false },
    )
    await page.locator('header a[hreflang="zh-Hans"], nav a[hreflang="zh-Hans"]').first().click()
    expect(page.url()).toBe(`${portalUrl()}/zh/2026/11/18/liziba-monorail`)
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hans')
    const cookies = await context.cookies()
    expect(cookies.map(({ name, value }) => [name, value])).toEqual([['NEXT_LOCALE', 'zh']])
    await context.close()
  })

  it('a story without a Chinese edition says so, and names no alternate', async () => {
    const { page, context } = await open({ path: '/en/2026/02/24/teahouses' })
    const link = page.locator('a[hreflang="zh-Hans"]').first()
    expect(await link.getAttribute('href')).toBe('/zh/culture?switch=zh')
    expect(await page.locator('link[rel="alternate"][hreflang]').count()).toBe(0)
    await context.close()
  })
})

describe('leaving a message', () => {
  it('names every fault at its field and keeps what was typed, without script', async () => {
    const { page, context } = await open({ path: '/en/message' }, { javaScriptEnabled: false })
    await page.fill('#text', 'Half a message, 半条留言')
    await page.fill('#email', 'nobody')
    await page.click('main button[type=submit]')
    expect(await page.locator('[role=alert]').count()).toBe(1)
    expect(await page.inputValue('#text')).toBe('Half a message, 半条留言')
    expect(await page.getAttribute('#email', 'aria-invalid')).toBe('true')
    await context.close()
  })

  it('is kept, and thanked for on a page of its own', async () => {
    const { page, context } = await open({ path: '/zh/message' }, { javaScriptEnabled: false })
    await page.check('#kind-tip')
    await page.fill('#text', '一条线索')
    await page.fill('#name', '李江')
    await page.fill('#email', 'li@example.com')
    await page.click('main button[type=submit]')
    expect(page.url()).toBe(`${portalUrl()}/zh/message/thanks`)
    await context.close()
  })

  it('from another site is refused', async () => {
    const answer = await fetch(`${portalUrl()}/en/message/send`, {
      method: 'POST',
      body: new URLSearchParams({ text: 'forged' }),
      headers: { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' },
      redirect: 'manual',
    })
    expect(answer.status).toBe(403)
  })
})
