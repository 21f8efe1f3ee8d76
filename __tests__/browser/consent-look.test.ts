import type { Browser } from 'playwright-core'
import { accessibilityFaults } from '../harness/accessibility.ts'
import { openBrowser } from '../harness/browser.ts'
import { agreed, openAs, story } from '../harness/consent.ts'
import { watchShifts } from '../harness/layout-shifts.ts'
import { portalUrl } from '../harness/portal.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())
const open = (path: string, options: Parameters<typeof openAs>[2] = {}) =>
  openAs(browser, path, options)

describe('the look of the notice', () => {
  it.each([
    [1360, 800],
    [390, 844],
    [320, 256],
  ])(
    'at %i × %i it never covers what has the focus, to the end of the page',
    async (width, height) => {
      const { context, page } = await open('/en/city', { viewport: { width, height } })
      const covered: string[] = []
      let stops = 0
      for (; stops < 200; stops++) {
        await page.keyboard.press('Tab')
        const state = await page.evaluate(() => {
          const sheet = document.querySelector('#consent')
          const element = document.activeElement
          if (!sheet || !element || element === document.body) return 'end'
          if (sheet.contains(element) || element.matches('[href="#main"]')) return ''
          const [over, own] = [sheet, element].map((one) => one.getBoundingClientRect())
          const isSeen = own && own.bottom > 0 && own.top < innerHeight
          const isCovered =
            own && over && own.bottom > over.top + 1 && own.top < over.bottom - 1 && over.height > 0
          return isSeen && !isCovered ? '' : element.outerHTML
        })
        if (state === 'end') break
        if (state !== '') covered.push(state)
      }
      expect(covered).toEqual([])
      expect(stops).toBeGreaterThan(40)
      expect(stops).toBeLessThan(200)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        width,
      )
      await context.close()
    },
  )

  it.each(['', agreed])(
    'moves nothing while it stands or is hidden (cookie: %j)',
    async (value) => {
      const context = await browser.newContext({ viewport: { width: 390, height: 600 } })
      await context.addCookies([{ name: 'portal_consent', value, url: portalUrl() }])
      const page = await context.newPage()
      const shifts = await watchShifts(page)
      await page.goto(portalUrl() + story, { waitUntil: 'networkidle' })
      expect(await shifts()).toEqual([])
      await context.close()
    },
  )

  it('grows with the size of text that the reader has chosen', async () => {
    const sizes: number[][] = []
    for (const chosen of ['small', '', 'large']) {
      const context = await browser.newContext()
      await context.addInitScript((size) => localStorage.setItem('text-size', size), chosen)
      const page = await context.newPage()
      await page.goto(`${portalUrl()}/en/about`)
      sizes.push(
        await page
          .locator('#consent')
          .locator(':is(h2, p, button, summary, a):visible')
          .evaluateAll((all) =>
            all.map((one) => Number.parseFloat(getComputedStyle(one).fontSize)),
          ),
      )
      await context.close()
    }
    const [small = [], plain = [], large = []] = sizes
    expect(plain.length).toBeGreaterThan(6)
    for (const [at, size] of plain.entries()) {
      expect(small[at]).toBeCloseTo(size * 0.9, 1)
      expect(large[at]).toBeCloseTo(size * 1.2, 1)
    }
  })

  it.each(['light', 'dark'] as const)(
    'is accessible with its boxes open (%s)',
    async (colorScheme) => {
      const { context, page, notice } = await open('/zh/about', { colorScheme })
      await notice.locator('summary').click()
      const region = page.getByRole('region', { name: 'Cookie，由您决定' })
      expect(await region.isVisible()).toBe(true)
      const sizes = await notice
        .locator('form:first-of-type > button')
        .evaluateAll((all) => all.slice(0, 2).map((one) => one.getBoundingClientRect().toJSON()))
      expect(sizes[0]).toMatchObject({
        width: sizes[1].width,
        height: sizes[1].height,
        y: sizes[1].y,
      })
      expect(await accessibilityFaults(page, '#consent')).toEqual([])
      await page.emulateMedia({ media: 'print' })
      expect(await notice.isVisible()).toBe(false)
      await context.close()
    },
  )

  it.each(['en', 'zh'])('the %s cookies page lists what the code stores', async (language) => {
    const { context, page } = await open(`/${language}/cookies`)
    const names = await page.locator('tbody code').allTextContents()
    for (const name of ['NEXT_LOCALE', 'portal_consent', 'theme', 'text-size', 'payload-token'])
      expect(names).toContain(name)
    await context.close()
  })
})
