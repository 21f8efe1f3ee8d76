import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import decodeQR from 'qr/decode.js'
import sharp from 'sharp'
import { consentCookie, formatConsent, refusal } from '../../lib/consent/cookie.ts'
import { accessibilityFaults } from '../harness/accessibility.ts'
import { openBrowser } from '../harness/browser.ts'
import { portalUrl } from '../harness/portal.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const path = '/2026/11/18/liziba-monorail'
const address = (language: string) => `${portalUrl()}/${language}${path}`

async function open(
  language: 'en' | 'zh',
  options: BrowserContextOptions = {},
  before?: (page: Page) => Promise<unknown>,
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, ...options })
  // The cookie notice has been answered, and stands in nobody's way.
  const day = new Date().toISOString().slice(0, 10)
  const value = formatConsent({ revision: '2026-11-24', day, ...refusal })
  await context.addCookies([{ name: consentCookie, value, url: portalUrl() }])
  const page = await context.newPage()
  await before?.(page)
  await page.goto(address(language))
  return page
}

/** What a telephone reads from the screen. */
async function scanned(page: Page, code: string): Promise<string> {
  const picture = sharp(await page.locator(code).screenshot())
    .ensureAlpha()
    .raw()
  const { data, info } = await picture.toBuffer({ resolveWithObject: true })
  return decodeQR({ width: info.width, height: info.height, data }, { timeLimit: 5000 })
}

describe('sharing a story', () => {
  it('copies the address, and says so', async () => {
    const page = await open('en', { permissions: ['clipboard-read', 'clipboard-write'] })
    const status = page.locator('#share [role=status]')
    expect(await status.textContent()).toBe('')
    await page.locator('#share button[value=copy]').click()
    await page.locator('#share [role=status]', { hasText: 'Link copied' }).waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address('en'))
    await page.context().close()
  })

  it('shows the address where copying is not allowed', async () => {
    const page = await open('zh', {}, (one) =>
      one.addInitScript(() => {
        Object.defineProperty(navigator, 'clipboard', { value: undefined })
      }),
    )
    await page.locator('article > share-tools button[value=copy]').click()
    await page.locator('[role=status]', { hasText: address('zh') }).waitFor()
    await page.context().close()
  })

  it('opens the device’s own sheet where there is one', async () => {
    const page = await open('zh', {}, (one) =>
      one.addInitScript(() => {
        navigator.share = async (data) => {
          Object.assign(window, { shared: data })
        }
      }),
    )
    await page.locator('article > share-tools button[value=sheet]').click()
    expect(await page.evaluate(() => Reflect.get(window, 'shared'))).toEqual({
      title: '先有楼，还是先有站？',
      url: address('zh'),
    })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    await page.context().close()
  })

  it('has no button that would do nothing', async () => {
    const without = await open('en', { javaScriptEnabled: false })
    expect(
      await without.locator('share-tools button:visible, reader-comfort:visible').count(),
    ).toBe(0)
    await without.context().close()
    const noSheet = await open('en', {}, (page) =>
      page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'share')),
    )
    const seen = await noSheet
      .locator('share-tools button:visible')
      .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('value')))
    expect(seen).toEqual(['copy', 'copy', 'print'])
    await noSheet.context().close()
  })

  it.each(['en', 'zh'] as const)(
    '%s: WeChat’s code opens without script and leads to the story',
    async (language) => {
      const page = await open(language, { javaScriptEnabled: false, colorScheme: 'dark' })
      await page.locator('#share summary').first().click()
      expect(await scanned(page, '#share details[open] svg[role=img]')).toBe(address(language))
      expect(await page.locator('html').evaluate((root) => root.scrollWidth)).toBe(390)
      await page.context().close()
    },
  )

  it('closes the code at Escape, back to where it was opened, and at a click elsewhere', async () => {
    const page = await open('zh')
    const summary = page.locator('article > share-tools summary')
    const isOpen = () => page.locator('details[data-popover][open]').count()
    await summary.focus()
    await page.keyboard.press('Enter')
    expect(await isOpen()).toBe(1)
    expect(await scanned(page, 'article > share-tools details svg[role=img]')).toBe(address('zh'))
    expect(await accessibilityFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
    expect(await isOpen()).toBe(0)
    expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true)
    await summary.click()
    await page.locator('h1').click()
    expect(await isOpen()).toBe(0)
    await page.context().close()
  })

  it('shows the poster when it is asked for, and saves it by a plain link', async () => {
    const asked: string[] = []
    const page = await open('zh', {}, async (one) => {
      one.on('request', (request) => asked.push(new URL(request.url()).pathname))
    })
    await page.waitForLoadState('networkidle')
    expect(asked.filter((one) => one.startsWith('/drawings/'))).toEqual([])
    await page.locator('#share summary', { hasText: '海报' }).click()
    const picture = page.locator('#share details[open] img')
    await page.waitForFunction(
      (image) =>
        image instanceof HTMLImageElement && image.complete && image.naturalHeight === 1440,
      await picture.elementHandle(),
    )
    const link = page.locator('#share a[download]')
    expect(await link.getAttribute('href')).toBe(await picture.getAttribute('src'))
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
    expect(download.suggestedFilename()).toBe('liziba-monorail.jpg')
    await page.context().close()
  })

  it('asks nothing of others until a link is followed', async () => {
    const foreign: string[] = []
    const page = await open('zh', {}, async (one) => {
      one.on('request', (request) => {
        if (!request.url().startsWith(portalUrl())) foreign.push(request.url())
      })
    })
    await page.locator('#share summary').first().click()
    await page.locator('#share a').first().hover()
    await page.waitForLoadState('networkidle')
    expect(foreign).toEqual([])
    await page.context().close()
  })
})

describe('a story on paper', () => {
  it.each(['en', 'zh'] as const)('%s: text and address, nothing to press', async (language) => {
    const page = await open(language, { viewport: { width: 800, height: 900 } })
    await page.locator('#share summary').first().click()
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    const seen = async (selector: string) => page.locator(`${selector}:visible`).count()
    for (const gone of ['nav', 'footer', 'share-tools', 'reader-comfort', '#related', 'button'])
      expect([gone, await seen(gone)]).toEqual([gone, 0])
    for (const there of ['h1', '.standfirst', 'figure img', 'figcaption', 'article p'])
      expect(await seen(there)).toBeGreaterThan(0)
    expect(await page.getByText(address(language), { exact: true }).isVisible()).toBe(true)
    expect(await scanned(page, 'article > div svg[role=img]')).toBe(address(language))
    // Dark ink whatever the screen is set to.
    const ink = await page.locator('h1').evaluate((title) => getComputedStyle(title).color)
    expect(ink).toBe('rgb(22, 32, 42)')
    await page.context().close()
  })

  it('is printed with the pictures that were not yet fetched', async () => {
    const page = await open('en', {}, (one) =>
      one.addInitScript(() => {
        window.print = () => {
          const late = [
            ...document.querySelectorAll('article :not(details *) > picture img'),
          ].filter((picture) => !(picture as HTMLImageElement).complete)
          Object.assign(window, { printed: late.length })
        }
      }),
    )
    await page.locator('#share button[value=print]').click()
    await page.waitForFunction(() => Reflect.get(window, 'printed') === 0)
    await page.context().close()
  })
})
