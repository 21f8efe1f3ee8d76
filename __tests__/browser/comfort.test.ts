import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { accessibilityFaults } from '../harness/accessibility.ts'
import { openBrowser } from '../harness/browser.ts'
import { watchShifts } from '../harness/layout-shifts.ts'
import { portalUrl } from '../harness/portal.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const story = '/en/2026/11/18/liziba-monorail'
const newContext = (options: BrowserContextOptions = {}): Promise<BrowserContext> =>
  browser.newContext({ viewport: { width: 390, height: 844 }, ...options })

async function open(context: BrowserContext, path = story): Promise<Page> {
  const page = await context.newPage()
  await page.goto(portalUrl() + path)
  return page
}

async function choose(page: Page, value: string): Promise<void> {
  if ((await page.locator('reader-comfort details[open]').count()) === 0)
    await page.locator('reader-comfort summary').click()
  await page.locator(`reader-comfort input[value=${value}]`).check()
}

const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
const textSize = (page: Page) =>
  page
    .locator('article p')
    .nth(2)
    .evaluate((text) => Number.parseFloat(getComputedStyle(text).fontSize))

describe('a reader’s comfort', () => {
  it('theme and size hold at once, after a reload and on other pages, before paint, without a cookie', async () => {
    const context = await newContext()
    const page = await open(context)
    const normal = await textSize(page)
    await choose(page, 'dark')
    await choose(page, 'large')
    expect(await paper(page)).toBe('rgb(18, 22, 26)')
    expect(await textSize(page)).toBeGreaterThan(normal * 1.15)
    // What the page looked like when its first text was there, before any module ran.
    await page.addInitScript(() => {
      new MutationObserver((_, observer) => {
        if (!document.body) return
        observer.disconnect()
        const { theme, textSize } = document.documentElement.dataset
        Object.assign(window, { early: [theme, textSize] })
      }).observe(document, { childList: true, subtree: true })
    })
    const shifts = await watchShifts(page)
    for (const path of [story, '/zh']) {
      await page.goto(portalUrl() + path, { waitUntil: 'networkidle' })
      expect(await page.evaluate(() => Reflect.get(window, 'early'))).toEqual(['dark', 'large'])
      expect(await shifts()).toEqual([])
      expect(await paper(page)).toBe('rgb(18, 22, 26)')
    }
    expect(await context.cookies()).toEqual([])
    await context.close()
  })

  it('goes back to what the device wants', async () => {
    const context = await newContext({ colorScheme: 'dark' })
    const page = await open(context)
    await choose(page, 'light')
    expect(await paper(page)).toBe('rgb(251, 250, 246)')
    await choose(page, 'system')
    expect(await paper(page)).toBe('rgb(18, 22, 26)')
    await context.close()
  })

  it('is followed by other tabs', async () => {
    const context = await newContext()
    const [first, second] = [await open(context), await open(context, '/zh')]
    await choose(first, 'dark')
    await second.waitForFunction(() => document.documentElement.dataset.theme === 'dark')
    expect(await second.locator('reader-comfort input[value=dark]').isChecked()).toBe(true)
    await context.close()
  })

  it('survives a browser that keeps nothing, and nonsense that was kept', async () => {
    const context = await newContext()
    const page = await context.newPage()
    await page.addInitScript(() => localStorage.setItem('theme', '"><script>'))
    await page.goto(portalUrl() + story)
    expect(await page.getAttribute('html', 'data-theme')).toBeNull()
    expect(await page.locator('reader-comfort input[value=system]').count()).toBe(1)
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('denied', 'SecurityError')
        },
      })
    })
    const faults: string[] = []
    page.on('pageerror', ({ message }) => faults.push(message))
    await page.reload()
    await choose(page, 'dark')
    expect(await paper(page)).toBe('rgb(18, 22, 26)')
    expect(faults).toEqual([])
    await context.close()
  })

  it.each([
    ['light', '/en', 320],
    ['dark', '/zh', 390],
    ['dark', '/en', 1360],
  ] as const)('the menu is accessible (%s, %s, %i px)', async (theme, path, width) => {
    const context = await newContext({ viewport: { width, height: 800 } })
    const page = await open(context, path)
    await choose(page, theme)
    await choose(page, 'large')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    expect(await accessibilityFaults(page)).toEqual([])
    await context.close()
  })

  it('is worked by the keyboard alone', async () => {
    const context = await newContext()
    const page = await open(context)
    await page.locator('reader-comfort summary').focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowRight')
    expect(await page.getAttribute('html', 'data-text-size')).toBe('large')
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowLeft')
    expect(await page.getAttribute('html', 'data-theme')).toBe('dark')
    await page.keyboard.press('Escape')
    expect(await page.locator('reader-comfort details[open]').count()).toBe(0)
    await context.close()
  })

  it('the browser’s own bars take the colour of a chosen theme', async () => {
    const context = await newContext()
    const page = await open(context)
    await choose(page, 'dark')
    const metas = await page
      .locator('meta[name=theme-color]')
      .evaluateAll((all) => all.map((meta) => meta.getAttribute('content')))
    expect(metas).toEqual(['#12161a', '#12161a'])
    await context.close()
  })
})

describe('back to top', () => {
  it('stands beside the text of a long page only after some screens, and leads to its top', async () => {
    const context = await newContext({ viewport: { width: 1360, height: 600 } })
    const page = await open(context)
    const link = page.locator('a[href="#top"]')
    const inSight = () =>
      link.evaluate((element) => {
        const { top, bottom, left, right } = element.getBoundingClientRect()
        const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
        return element.contains(hit)
      })
    expect(await inSight()).toBe(false)
    await page.evaluate(() => scrollTo(0, 1500))
    expect(await inSight()).toBe(true)
    const beside = await page.evaluate(() => {
      const edge = document.querySelector('a[href="#top"]')?.getBoundingClientRect().left ?? 0
      const text = document.querySelector('article p')?.getBoundingClientRect().right ?? 0
      return edge > text
    })
    expect(beside).toBe(true)
    await link.click()
    expect(await page.evaluate(() => scrollY)).toBe(0)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#main')
    await context.close()
  })

  it('adds no height to a short page', async () => {
    const context = await newContext({ viewport: { width: 1360, height: 600 } })
    const page = await open(context, '/en/message/thanks')
    const [height = 0, content = 0] = await page.evaluate(() => [
      document.documentElement.scrollHeight,
      scrollY + (document.querySelector('body > footer')?.getBoundingClientRect().bottom ?? 0),
    ])
    // The browser tells it in whole pixels, the nearest.
    expect(height).toBe(Math.round(content))
    await context.close()
  })
})

describe('prefetching', () => {
  async function front(savesData: boolean) {
    const context = await newContext({ viewport: { width: 1360, height: 900 } })
    const page = await context.newPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    const session = await context.newCDPSession(page)
    await session.send('Emulation.setDataSaverOverride', { dataSaverEnabled: savesData })
    await page.goto(`${portalUrl()}/en`, { waitUntil: 'networkidle' })
    return { page, asked, link: page.locator('nav a[href="/en/travel"]').first() }
  }

  it('fetches a page that is pointed at from the edge’s memory, and shows that', async () => {
    await (await fetch(`${portalUrl()}/en/travel`)).text()
    const { page, asked, link } = await front(false)
    const ahead = page.waitForResponse(`${portalUrl()}/en/travel`)
    await link.hover()
    const answer = await ahead
    expect((await answer.request().allHeaders())['sec-purpose']).toBe('prefetch')
    expect(answer.headers()['cache-status']).toContain('; hit')
    // Only what is shown is counted.
    expect(asked.filter((path) => path === '/count')).toHaveLength(1)
    await link.click()
    const delivery = await page.evaluate(() =>
      Reflect.get(performance.getEntriesByType('navigation')[0] ?? {}, 'deliveryType'),
    )
    expect(delivery).toBe('navigational-prefetch')
    await page.context().close()
  })

  it('fetches nothing for who saves data, and never a link that does something', async () => {
    const saving = await front(true)
    await saving.link.hover()
    const { page, asked } = await front(false)
    await page.locator('a[href*="switch="]').first().hover()
    await page.waitForTimeout(800)
    expect(saving.asked).not.toContain('/en/travel')
    expect(asked).not.toContain('/zh')
    await saving.page.context().close()
    await page.context().close()
  })
})
