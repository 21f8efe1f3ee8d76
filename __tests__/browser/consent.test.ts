import pg from 'pg'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { accessibilityFaults } from '../harness/accessibility.ts'
import { openBrowser } from '../harness/browser.ts'
import { editor, portalDatabaseUrl, portalUrl } from '../harness/portal.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const story = '/en/2026/11/18/liziba-monorail'
type Options = NonNullable<Parameters<Browser['newContext']>[0]> & { cookie?: string }

async function open(path: string, { cookie, ...options }: Options = {}) {
  const context = await browser.newContext(options)
  if (cookie !== undefined)
    await context.addCookies([{ name: 'portal_consent', value: cookie, url: portalUrl() }])
  const page = await context.newPage()
  await page.goto(portalUrl() + path)
  return { context, page, notice: page.locator('#consent') }
}

const choiceOf = async (context: BrowserContext): Promise<string | undefined> =>
  (await context.cookies()).find(({ name }) => name === 'portal_consent')?.value

const today = new Date().toISOString().slice(0, 10)
const cookie = (choices: string, revision = '2026-11-24', day = today) =>
  `v1.r${revision}.d${day}.${choices}`
const refused = cookie('statistics-no.media-no')
const agreed = cookie('statistics-yes.media-yes')
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
      expect(kept?.value).toBe(cookie(choices))
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
    expect(await choiceOf(context)).toBe(cookie('statistics-no.media-yes'))
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
    ['of an earlier revision', cookie('statistics-yes.media-yes', '2026-11-01')],
    ['too old', cookie('statistics-yes.media-yes', '2026-11-24', '2025-11-24')],
    ['from the future', cookie('statistics-yes.media-yes', '2026-11-24', '2999-01-01')],
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
    expect(await choiceOf(context)).toBe(cookie('statistics-yes.media-no'))
    expect(await notice.isVisible()).toBe(false)
    await page.getByRole('link', { name: 'Cookie 设置' }).click()
    expect(await notice.isVisible()).toBe(true)
    await notice.getByRole('link', { name: '关闭' }).click()
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

  it('as a header alone turns an agreement into a refusal', async () => {
    const { context, notice } = await open('/en/about', header)
    await notice.getByRole('button', { name: 'Accept' }).click()
    await notice.waitFor({ state: 'hidden' })
    expect(await choiceOf(context)).toBe(refused)
    await context.close()
  })
})

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
    await quiet.goto(portalUrl() + path, { waitUntil: 'networkidle' })
    expect(sent.filter((url) => url.endsWith('/count'))).toEqual([])
    await without.close()

    const { context, page } = await open('/en/about', { cookie: agreed })
    const reported = page.waitForRequest('**/count')
    await page.goto(portalUrl() + path)
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
      await page.addInitScript(() => {
        Object.assign(window, { shift: 0 })
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            Object.assign(window, {
              shift: Reflect.get(window, 'shift') + Reflect.get(entry, 'value'),
            })
        }).observe({ type: 'layout-shift', buffered: true })
      })
      await page.goto(portalUrl() + story, { waitUntil: 'networkidle' })
      expect(await page.evaluate(() => Reflect.get(window, 'shift'))).toBe(0)
      await context.close()
    },
  )

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
      expect(await accessibilityFaults(page, { within: '#consent' })).toEqual([])
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

/** Path of a story that shows a video; the sample edition has none. */
async function storyWithVideo(): Promise<string> {
  const desk = await editor('editor')
  const slug = 'a-story-with-a-video'
  const known = await desk.send('GET', `/api/articles?where[slug][equals]=${slug}`)
  if (known.totalDocs !== 0) return (known.docs as { path: string }[])[0]?.path ?? ''
  const { docs } = await desk.send('GET', '/api/articles?where[slug][equals]=xiaomian&depth=0')
  const [model] = docs as {
    section: number
    picture: number
    bylines: { person: number; role: string }[]
  }[]
  if (!model) throw new Error('The sample edition is not there')
  const video = {
    blockType: 'video',
    url: 'https://www.bilibili.com/video/BV1xx411c7mD',
    title: 'A train',
    picture: model.picture,
  }
  const root = {
    type: 'root',
    format: '',
    indent: 0,
    version: 1,
    direction: null,
    children: [
      {
        type: 'block',
        format: '',
        version: 2,
        fields: { id: 'a1b2c3d4e5f6a7b8c9d0e1f2', blockName: '', ...video },
      },
    ],
  }
  const created = await desk.send('POST', '/api/articles', {
    language: 'en',
    slug,
    headline: 'A story with a video',
    standfirst: 'It holds one.',
    section: model.section,
    picture: model.picture,
    bylines: model.bylines.map(({ person, role }) => ({ person, role })),
    body: { root },
    publishedAt: '2026-01-02T03:04:05.000Z',
    _status: 'published',
  })
  return (created.doc as { path: string }).path
}
