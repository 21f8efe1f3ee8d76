import pg from 'pg'
import type { Browser } from 'playwright-core'
import { openBrowser } from '../harness/browser.ts'
import { agreed, openAs, refused } from '../harness/consent.ts'
import { portalDatabaseUrl, portalUrl } from '../harness/portal.ts'
import { storyWithVideo } from '../harness/story-with-video.ts'

/** Headless browsers say that they are: they are not counted. */
const reader =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())
const open = (path: string, options: Parameters<typeof openAs>[2] = {}) =>
  openAs(browser, path, options)

describe('what depends on the choice', () => {
  it('a video loads when the reader comes near after consent, else after a click on it', async () => {
    const path = await storyWithVideo()
    for (const value of [agreed, refused]) {
      const { context, page } = await open('/en/about', { cookie: value })
      await context.route('https://player.bilibili.com/**', (route) =>
        route.fulfill({ contentType: 'text/html', body: '<title>Player</title>' }),
      )
      await page.goto(portalUrl() + path)
      const frame = page.locator('video-by-link iframe')
      await page.locator('video-by-link').scrollIntoViewIfNeeded()
      if (value === agreed) {
        await frame.waitFor()
        expect(await frame.getAttribute('src')).toContain('autoplay=0')
        // Taken back, the picture stands there again.
        await page.getByRole('link', { name: 'Cookie settings' }).press('Enter')
        await page.locator('#consent').getByRole('button', { name: 'Refuse' }).press('Enter')
        await frame.waitFor({ state: 'detached' })
      } else {
        expect(await frame.count()).toBe(0)
        // On paper there is nothing to press.
        const sign = page.locator('video-by-link svg')
        expect(await sign.isVisible()).toBe(true)
        await page.emulateMedia({ media: 'print' })
        expect(await sign.isVisible()).toBe(false)
        await page.emulateMedia({ media: 'screen' })
      }
      await page.locator('video-by-link a').click()
      expect(await frame.getAttribute('src')).toContain('autoplay=1')
      await context.close()
    }
  })

  it('reads of stories are counted with consent alone, without a cookie, and come to the newsroom', async () => {
    const path = '/en/2026/11/06/wulong-karst'
    const { context: without, page: quiet } = await open('/en/about', { cookie: refused })
    const sent: string[] = []
    quiet.on('request', (request) => sent.push(request.url()))
    await quiet.clock.install()
    await quiet.goto(portalUrl() + path, { waitUntil: 'networkidle' })
    await quiet.clock.runFor(10_000)
    expect(sent.filter((url) => url.endsWith('/count'))).toEqual([])
    await without.close()

    const { context, page } = await open('/en/about', { cookie: agreed, userAgent: reader })
    await page.clock.install()
    page.on('request', (request) => sent.push(request.url()))
    await page.goto(portalUrl() + path)
    // Who passes by has not read.
    await page.clock.runFor(4000)
    expect(sent.filter((url) => url.endsWith('/count'))).toEqual([])
    const reported = page.waitForRequest('**/count')
    await page.clock.runFor(2000)
    const request = await reported
    expect(await request.headerValue('cookie')).toBeNull()
    expect((await request.response())?.status()).toBe(204)
    await context.close()
    const database = new pg.Client({ connectionString: portalDatabaseUrl() })
    await database.connect()
    const ask = async () =>
      (await database.query('select reads from reading_counts where path = $1', [path])).rows
    let rows = await ask()
    for (let tries = 0; rows.length === 0 && tries < 80; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 100))
      rows = await ask()
    }
    await database.end()
    expect(rows).toEqual([{ reads: '1' }])
  })
})
