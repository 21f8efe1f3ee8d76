import type { Browser } from 'playwright-core'
import { openBrowser } from '../harness/browser.ts'
import { agreed, choiceOf, openAs, refused, story } from '../harness/consent.ts'
import { portalUrl } from '../harness/portal.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())
const open = (path: string, options: Parameters<typeof openAs>[2] = {}) =>
  openAs(browser, path, options)

describe('a privacy signal', () => {
  const header = { extraHTTPHeaders: { 'Sec-GPC': '1' } }

  it.each([true, false])(
    'is not asked about, and is said to be respected (script: %s)',
    async (script) => {
      const context = await browser.newContext({ ...header, javaScriptEnabled: script })
      await context.addCookies([{ name: 'portal_consent', value: agreed, url: portalUrl() }])
      await context.addInitScript(() =>
        Object.defineProperty(navigator, 'globalPrivacyControl', { get: () => true }),
      )
      const page = await context.newPage()
      const counted: string[] = []
      page.on('request', (request) => {
        if (request.url().endsWith('/count')) counted.push(request.postData() ?? '')
      })
      await page.goto(portalUrl() + story)
      const notice = page.locator('#consent')
      expect(await notice.isVisible()).toBe(false)
      expect(await page.getByText('Your browser’s privacy signal is respected.').isVisible()).toBe(
        true,
      )
      await page.getByRole('link', { name: 'Cookie settings' }).click()
      expect(await notice.getByText('Global Privacy Control').isVisible()).toBe(true)
      expect(await notice.locator('button').first().isVisible()).toBe(false)
      expect(counted).toEqual([])
      await context.close()
    },
  )

  it.each([true, false])(
    'as a header alone is heeded, once it is known of (script: %s)',
    async (script) => {
      const { context, page, notice } = await open(story, { ...header, javaScriptEnabled: script })
      await notice.waitFor({ state: 'hidden' })
      expect(await page.getByText('Your browser’s privacy signal is respected.').isVisible()).toBe(
        true,
      )
      await page.getByRole('link', { name: 'Cookie settings' }).click()
      expect(await notice.getByText('Global Privacy Control').isVisible()).toBe(true)
      expect(await notice.locator('button').first().isVisible()).toBe(false)
      await context.close()
    },
  )

  it('as a header alone takes the place of an agreement from before it', async () => {
    const { context, page } = await open(story, { ...header, cookie: agreed })
    await page.locator('html[data-gpc]').waitFor({ state: 'attached' })
    await context.close()
  })

  it('as a header alone turns an agreement into a refusal', async () => {
    const context = await browser.newContext(header)
    const form = { answer: 'accept', revision: '2026-11-24', page: story }
    const answer = await context.request.post(`${portalUrl()}/en/consent`, {
      form,
      headers: { origin: portalUrl() },
      maxRedirects: 0,
    })
    expect(answer.status()).toBe(303)
    expect(await choiceOf(context)).toBe(refused)
    await context.close()
  })
})
