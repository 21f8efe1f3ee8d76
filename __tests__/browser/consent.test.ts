import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../harness/browser.ts'
import { agreed, choiceOf, consentCookie, openAs, refused, story } from '../harness/consent.ts'
import { editor, portalUrl } from '../harness/portal.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())
const open = (path: string, options: Parameters<typeof openAs>[2] = {}) =>
  openAs(browser, path, options)

const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.id || document.activeElement?.getAttribute('href'))

describe('the cookie notice, with script', () => {
  it.each([
    ['en', 'Accept', 'statistics-yes.media-yes'],
    ['zh', '拒绝', 'statistics-no.media-no'],
  ])(
    '%s: %s is kept without loading the page again, and not asked again',
    async (language, name, choices) => {
      const { context, page, notice } = await open(`/${language}/about`)
      expect(await context.cookies()).toEqual([])
      await page.evaluate(() => Object.assign(window, { same: true }))
      await notice.getByRole('button', { name, exact: true }).click()
      await notice.waitFor({ state: 'hidden' })
      expect(await page.evaluate(() => Reflect.get(window, 'same'))).toBe(true)
      expect(await focused(page)).toBe('main')
      const [kept, ...others] = await context.cookies()
      expect(others).toEqual([])
      expect(kept).toMatchObject({ httpOnly: false, sameSite: 'Lax', path: '/' })
      expect(kept?.value).toBe(consentCookie(choices))
      expect(((kept?.expires ?? 0) - Date.now() / 1000) / 86400).toBeCloseTo(180, 1)
      await page.goto(portalUrl() + story)
      expect(await notice.isVisible()).toBe(false)
      await context.close()
    },
  )

  it('a choice made one by one is shown when the settings are opened, and can be changed', async () => {
    const { context, page, notice } = await open(story)
    await notice.locator('summary').click()
    await notice.locator('[name=media]').check()
    await page.keyboard.press('Enter')
    await notice.waitFor({ state: 'hidden' })
    expect(await choiceOf(context)).toBe(consentCookie('statistics-no.media-yes'))
    await page.getByRole('link', { name: 'Cookie settings' }).click()
    await notice.locator('summary').click()
    expect(await notice.locator('[name=media]').isChecked()).toBe(true)
    expect(await notice.locator('[name=statistics]').isChecked()).toBe(false)
    await notice.getByRole('button', { name: 'Refuse' }).click()
    await notice.waitFor({ state: 'hidden' })
    expect(await choiceOf(context)).toBe(refused)
    expect(await focused(page)).toBe('#consent')
    await context.close()
  })

  it('Escape closes the boxes, and the notice only where it was opened by the reader', async () => {
    const { context, page, notice } = await open('/en/about')
    const isOpen = () => notice.locator('details').evaluate((d) => (d as HTMLDetailsElement).open)
    await notice.locator('summary').press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Escape')
    expect(await isOpen()).toBe(false)
    await page.keyboard.press('Escape')
    expect(await notice.isVisible()).toBe(true)
    await notice.getByRole('button', { name: 'Refuse' }).press('Enter')
    await notice.waitFor({ state: 'hidden' })
    await page.getByRole('link', { name: 'Cookie settings' }).press('Enter')
    expect(await focused(page)).toBe('consent')
    await page.keyboard.press('Escape')
    expect(await notice.isVisible()).toBe(false)
    expect(await focused(page)).toBe('#consent')
    await context.close()
  })

  it('another tab follows', async () => {
    const { context, page, notice } = await open('/en/about')
    const other = await context.newPage()
    await other.goto(`${portalUrl()}/zh`)
    await other.getByRole('button', { name: '同意' }).click()
    await other.locator('#consent').waitFor({ state: 'hidden' })
    await page.bringToFront()
    await page.evaluate(() => window.dispatchEvent(new Event('focus')))
    await notice.waitFor({ state: 'hidden' })
    await context.close()
  })

  it.each([
    ['malformed', 'yes'],
    ['of another schema', refused.replace('v1', 'v0')],
    ['of an earlier revision', consentCookie('statistics-yes.media-yes', '2026-11-01')],
    ['too old', consentCookie('statistics-yes.media-yes', '2026-11-24', '2025-11-24')],
    ['from the future', consentCookie('statistics-yes.media-yes', '2026-11-24', '2999-01-01')],
  ])('a cookie that is %s is asked again', async (_what, value) => {
    const { context, notice } = await open('/en/about', { cookie: value })
    expect(await notice.isVisible()).toBe(true)
    await context.close()
  })

  it('a raised revision of the policies asks everybody again', async () => {
    const admin = await editor('admin')
    const settings = '/api/globals/site-settings?locale=en'
    const { policyRevision } = await admin.send('GET', settings)
    await admin.send('POST', settings, { policyRevision: '2026-12-24T00:00:00.000Z' })
    try {
      for (const javaScriptEnabled of [true, false]) {
        const { context, page, notice } = await open('/en/terms', {
          cookie: agreed,
          javaScriptEnabled,
        })
        expect(await notice.isVisible()).toBe(true)
        await notice.getByRole('button', { name: 'Refuse' }).click()
        await notice.waitFor({ state: 'hidden' })
        expect(await choiceOf(context)).toContain('.r2026-12-24.')
        expect(await page.locator('html').getAttribute('data-policy')).toBe('2026-12-24')
        await context.close()
      }
    } finally {
      await admin.send('POST', settings, { policyRevision })
    }
  })

  it('when the answer cannot be sent by script, the form sends it', async () => {
    const { context, page, notice } = await open('/en/about')
    await page.route('**/en/consent', (route) =>
      route.request().resourceType() === 'fetch' ? route.abort() : route.continue(),
    )
    await notice.getByRole('button', { name: 'Accept' }).click()
    await page.waitForURL('**/en/about')
    await notice.waitFor({ state: 'hidden' })
    expect(await choiceOf(context)).toBe(agreed)
    await context.close()
  })
})

describe('the cookie notice, without script', () => {
  const off = { javaScriptEnabled: false }

  it('is a form that leads back to the page, and does not ask again', async () => {
    const { context, page, notice } = await open('/zh/2026/11/18/liziba-monorail', off)
    await notice.locator('summary').click()
    await notice.locator('[name=statistics]').check()
    await notice.getByRole('button', { name: '保存选择' }).click()
    expect(page.url()).toBe(`${portalUrl()}/zh/2026/11/18/liziba-monorail`)
    expect(await choiceOf(context)).toBe(consentCookie('statistics-yes.media-no'))
    expect(await notice.isVisible()).toBe(false)
    await page.getByRole('link', { name: 'Cookie 设置' }).click()
    expect(await notice.isVisible()).toBe(true)
    await notice.getByRole('link', { name: '关闭' }).click()
    expect(await notice.isVisible()).toBe(false)
    await context.close()
  })

  it('on the page for unknown addresses leads back to the address that was asked for', async () => {
    const { context, page, notice } = await open('/en/nowhere/at/all', off)
    await notice.getByRole('button', { name: 'Refuse' }).click()
    expect(page.url()).toBe(`${portalUrl()}/en/nowhere/at/all`)
    expect(await choiceOf(context)).toBe(refused)
    expect(await notice.isVisible()).toBe(false)
    await context.close()
  })

  it('the page is the same bytes for who has answered and who has not', async () => {
    const texts = await Promise.all(
      ['', `portal_consent=${refused}`].map(async (value) => {
        const answer = await fetch(portalUrl() + story, { headers: { cookie: value } })
        return answer.text()
      }),
    )
    expect(texts[0]).toBe(texts[1])
  })
})
