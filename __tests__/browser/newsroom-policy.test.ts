import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { openBrowser } from '../harness/browser.ts'
import { portalUrl } from '../harness/portal.ts'
import { firstAccount } from '../harness/served-portal.ts'

let browser: Browser
let page: Page
/** What the browser complains of: refused by a policy, failed, or thrown. */
let complaints: string[] = []

const open = (path: string) => page.goto(portalUrl() + path)

beforeAll(async () => {
  browser = await openBrowser()
  page = await browser.newPage({ viewport: { width: 1500, height: 900 }, locale: 'en' })
  page.on('console', (message) => {
    // Payload signs out twice, and is told the second time that nobody is signed in.
    const isSecondLogout = message.location().url.endsWith('/api/users/logout')
    if (['error', 'warning'].includes(message.type()) && !isSecondLogout)
      complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  await open('/admin/login')
  await page.fill('#field-email', firstAccount.email)
  await page.fill('#field-password', firstAccount.password)
  await page.click('button[type=submit]')
  await page.waitForURL(`${portalUrl()}/admin`)
})
afterAll(() => browser.close())
afterEach(() => {
  complaints = []
})

describe('an editor at work under the policy of the newsroom', () => {
  it('writes in the body of a story and saves it', async () => {
    await open('/admin/collections/articles')
    const story = await page.locator('table tbody tr a').first().getAttribute('href')
    await open(story ?? '')
    // In the middle of the body may be a picture.
    await page.locator('[contenteditable=true] > p').first().click()
    await page.keyboard.press('End')
    await page.keyboard.type(' A word more.')
    const saved = page.waitForResponse(
      (answer) => answer.url().includes('/api/articles/') && answer.request().method() === 'PATCH',
    )
    await page.click('#action-save-draft')
    expect((await saved).status()).toBe(200)
    expect(complaints).toEqual([])
  })

  it('uploads a picture, and sees it before and after', async () => {
    const picture = await sharp({
      create: { width: 1600, height: 1200, channels: 3, background: 'teal' },
    })
      .jpeg()
      .toBuffer()
    await open('/admin/collections/media/create')
    const file = { name: 'policy.jpg', mimeType: 'image/jpeg', buffer: picture }
    await page.setInputFiles('input[type=file]', file)
    await page.waitForSelector('img[src^="blob:"]')
    await page.click('#action-save')
    await page.waitForURL(/\/media\/\d+/)
    const shown = page.locator('.file-details img, .file-field img').first()
    await shown.waitFor()
    await page.waitForFunction(() => [...document.images].every((image) => image.complete))
    expect(await shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
    expect(complaints).toEqual([])
  })

  it.each([390, 320])('finds every screen as wide as a phone of %d px', async (width) => {
    const before = page.viewportSize()
    await page.setViewportSize({ width, height: 800 })
    for (const path of ['', '/collections/articles', '/collections/articles/1', '/status']) {
      await open(`/admin${path}`)
      await page.waitForLoadState('networkidle')
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      expect([path, wide]).toEqual([path, width])
    }
    if (before) await page.setViewportSize(before)
    expect(complaints).toEqual([])
  })

  it('changes to Chinese and back', async () => {
    await open('/admin/account')
    for (const [key, heading] of [
      ['ArrowDown', '账号'],
      ['ArrowUp', 'Account'],
    ] as const) {
      await page.click('.payload-settings__language .rs__control')
      await page.keyboard.press(key)
      await page.keyboard.press('Enter')
      await page.getByText(heading).first().waitFor()
    }
    expect(complaints).toEqual([])
  })

  it('signs out, and no cookie of the session stays', async () => {
    await open('/admin/logout')
    await page.getByText('logged out').first().waitFor()
    const names = (await page.context().cookies()).map(({ name }) => name)
    expect(names).not.toContain('payload-token')
    await open('/admin')
    await page.waitForURL(/\/admin\/login/)
    expect(complaints).toEqual([])
  })
})

it('a script that somebody smuggles into a page of the newsroom does not run', async () => {
  await open('/admin/login')
  const ran = await page.evaluate(async () => {
    const probe = document.createElement('div')
    probe.innerHTML = '<img src="x:" onerror="window.smuggled = true">'
    document.body.append(probe)
    const blocked = new Promise((resolve) =>
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        if (effectiveDirective.startsWith('script-src')) resolve(effectiveDirective)
      }),
    )
    return [await blocked, 'smuggled' in window]
  })
  expect(ran).toEqual(['script-src-attr', false])
})
