import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { openBrowser } from '../harness/browser.ts'
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
        Object.assign(window, { early: [theme, textSize], shift: 0 })
      }).observe(document, { childList: true, subtree: true })
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          Object.assign(window, {
            shift: Reflect.get(window, 'shift') + Reflect.get(entry, 'value'),
          })
      }).observe({ type: 'layout-shift', buffered: true })
    })
    for (const path of [story, '/zh']) {
      await page.goto(portalUrl() + path, { waitUntil: 'networkidle' })
      const seen = await page.evaluate(() => [
        Reflect.get(window, 'early'),
        Reflect.get(window, 'shift'),
      ])
      expect(seen).toEqual([['dark', 'large'], 0])
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
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
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
    expect(new Set(metas).size).toBeLessThanOrEqual(1)
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
    const context = await newContext({ viewport: { width: 1360, height: 900 } })
    const page = await open(context, '/en/message/thanks')
    const [page_, content] = await page.evaluate(() => [
      document.documentElement.scrollHeight,
      document.querySelector('body > footer')?.getBoundingClientRect().bottom ?? 0,
    ])
    expect(page_).toBeLessThanOrEqual(Math.max(900, Math.ceil(content ?? 0)))
    await context.close()
  })
})

describe('prefetching', () => {
  /** Requests for that path which a browser made on its own account. */
  async function pointedAt(path: string, savesData: boolean): Promise<string[]> {
    const context = await newContext({ viewport: { width: 1360, height: 900 } })
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    if (savesData) await session.send('Emulation.setDataSaverOverride', { dataSaverEnabled: true })
    const asked: string[] = []
    await session.send('Network.enable')
    session.on('Network.requestWillBeSent', ({ request }) => {
      if (request.url === portalUrl() + path) asked.push(request.headers['Sec-Purpose'] ?? '')
    })
    await session.send('Preload.enable')
    await page.goto(`${portalUrl()}/en`, { waitUntil: 'networkidle' })
    await page.locator(`a[href="${path}"]:visible`).first().hover()
    await page.waitForTimeout(1200)
    await context.close()
    return asked
  }

  it('fetches a page that is pointed at, and nothing for who saves data', async () => {
    expect(await pointedAt('/en/travel', false)).toHaveLength(1)
    expect(await pointedAt('/en/nature', true)).toEqual([])
  })
})
