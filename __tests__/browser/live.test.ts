import type { Browser, Page } from 'playwright-core'
import type { Language } from '../../lib/languages.ts'
import { accessibilityFaults } from '../harness/accessibility.ts'
import { openBrowser } from '../harness/browser.ts'
import { get } from '../harness/pages.ts'
import { type Editor, editor, portalUrl } from '../harness/portal.ts'

type Doc = Record<string, unknown> & { id: number; path: string }

let browser: Browser
let desk: Editor
beforeAll(async () => {
  browser = await openBrowser()
  desk = await editor('editor')
})
afterAll(() => browser.close())

const replay = (language: Language) => `/${language}/2026/08/20/yangtze-flood-crest-2020`

async function send(method: string, path: string, body: object): Promise<Doc> {
  const { doc } = await desk.send(method, path, body)
  return doc as Doc
}

/** A live story that goes on, with three entries of an hour ago. */
async function openStory(language: Language, slug: string): Promise<Doc> {
  const { docs } = await desk.send(
    'GET',
    `/api/articles?where[path][equals]=${replay(language)}&depth=0`,
  )
  const [model] = docs as Doc[]
  const people = model?.bylines as { person: number; role: string }[]
  const story = await send('POST', '/api/articles', {
    language,
    slug,
    headline: 'A story that goes on',
    standfirst: 'It is told as it happens.',
    format: 'live',
    section: model?.section,
    picture: model?.picture,
    bylines: people.map(({ person, role }) => ({ person, role })),
    _status: 'published',
  })
  for (const n of [1, 2, 3])
    await post(story, `Entry ${n}`, new Date(Date.now() - 3_600_000 + n * 1000))
  return story
}

const post = (story: Doc, headline: string, at = new Date()) =>
  send('POST', '/api/live-entries', {
    story: story.id,
    headline,
    at: at.toISOString(),
    _status: 'published',
  })

async function open(path: string, options: Parameters<Browser['newContext']>[0] = {}) {
  const context = await browser.newContext({ viewport: { width: 1200, height: 700 }, ...options })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(error.message))
  await page.goto(portalUrl() + path)
  return { context, page, faults }
}

const heads = (page: Page) => page.locator('[data-part=entries] h3').allTextContents()
const places = (page: Page) =>
  page
    .locator('[data-part=entries] > li')
    .evaluateAll((entries) => entries.map((entry) => entry.getBoundingClientRect().top))

describe('an open page of a live story', () => {
  it.each([
    ['en', 'a-story-that-goes-on', '2 new'],
    ['zh', 'a-story-that-goes-on', '2条新进展'],
  ] as const)('(%s) says what has come, and moves nothing', async (language, slug, said) => {
    const story = await openStory(language, slug)
    const { context, page, faults } = await open(story.path)
    const [second] = await page.locator('[data-part=entries] > li').all()
    await second?.scrollIntoViewIfNeeded()
    const before = await places(page)
    await post(story, 'News one')
    await post(story, 'News two')
    const button = page.locator('live-blog button')
    await button.getByText(said, { exact: true }).waitFor()
    expect(await heads(page)).toEqual(['Entry 3', 'Entry 2', 'Entry 1'])
    expect(await places(page)).toEqual(before)
    expect(await page.locator('live-blog [role=status]').textContent()).toContain('2')
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await accessibilityFaults(page)).toEqual([])
    }
    await button.focus()
    await page.keyboard.press('Enter')
    await page.getByText('News two').waitFor()
    expect(await heads(page)).toEqual(['News two', 'News one', 'Entry 3', 'Entry 2', 'Entry 1'])
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('News two')
    await expectSeen(page, 'News two')
    expect(await button.isHidden()).toBe(true)
    expect(faults).toEqual([])
    await context.close()
  })

  it('keeps the entries that stay, brings changes when asked, and stops at the end', async () => {
    const story = await openStory('en', 'a-story-that-ends')
    const { context, page } = await open(story.path)
    const button = page.locator('live-blog button')
    const first = page.locator('[data-part=entries] > li').first()
    await first.evaluate((entry) => entry.setAttribute('data-kept', ''))
    const id = await page
      .locator('[data-part=entries] [data-entry]')
      .last()
      .getAttribute('data-entry')
    await send('PATCH', `/api/live-entries/${id}`, { headline: 'Put right', _status: 'published' })
    await button.getByText('Show changes').click()
    await page.getByText('Put right').waitFor()
    expect(await heads(page)).toEqual(['Entry 3', 'Entry 2', 'Put right'])
    expect(await first.getAttribute('data-kept')).toBe('')
    await send('PATCH', `/api/articles/${story.id}`, {
      coverageEndedAt: new Date().toISOString(),
      _status: 'published',
    })
    await button.getByText('Show changes').click()
    await page.locator('section header').getByText('Coverage ended', { exact: true }).waitFor()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    // What it asked would have gone out before this.
    await page.evaluate(() => fetch('/healthz'))
    expect(asked.filter((url) => url.endsWith('live.json'))).toEqual([])
    await context.close()
  })

  it('moves an entry that is pinned to the top, and lets one go that is deleted', async () => {
    const story = await openStory('en', 'a-story-with-a-pin')
    const { id } = await send('POST', '/api/live-entries', {
      story: story.id,
      headline: 'On top',
      at: new Date(Date.now() - 7_200_000).toISOString(),
      isPinned: true,
      _status: 'published',
    })
    const { context, page } = await open(story.path)
    await page.locator('[data-part=pinned]').getByText('On top').waitFor()
    const changes = page.locator('live-blog button').getByText('Show changes')
    const oldest = page.locator('[data-part=entries] [data-entry]').last()
    const oldestId = Number(await oldest.getAttribute('data-entry'))
    await desk.send('DELETE', `/api/live-entries/${id}`)
    await changes.click()
    await page.getByText('On top').waitFor({ state: 'detached' })
    expect(await heads(page)).toEqual(['Entry 3', 'Entry 2', 'Entry 1'])
    await send('PATCH', `/api/live-entries/${oldestId}`, { isPinned: true, _status: 'published' })
    await changes.click()
    await page.locator('[data-part=pinned]').getByText('Entry 1').waitFor()
    expect(await heads(page)).toEqual(['Entry 3', 'Entry 2'])
    await page.waitForResponse((answer) => answer.url().endsWith('/live.json'))
    expect(await changes.isHidden()).toBe(true)
    await desk.send('DELETE', `/api/live-entries/${oldestId}`)
    await changes.click()
    await page.getByText('Entry 1', { exact: true }).waitFor({ state: 'detached' })
    await context.close()
  })

  it('without script is whole, and a link loads it anew', async () => {
    const story = await openStory('en', 'a-story-without-script')
    const { context, page } = await open(story.path, { javaScriptEnabled: false })
    expect(await heads(page)).toEqual(['Entry 3', 'Entry 2', 'Entry 1'])
    expect(await page.locator('live-blog button').isHidden()).toBe(true)
    await post(story, 'Later')
    await page.getByRole('link', { name: 'Reload' }).click()
    expect(await heads(page)).toContain('Later')
    await context.close()
  })
})

/** Nothing covers it: not the section bar, not the edge of the window. */
async function expectSeen(page: Page, headline: string): Promise<void> {
  const isSeen = await page.getByText(headline, { exact: true }).evaluate((heading) => {
    const { left, top, height } = heading.getBoundingClientRect()
    const there = document.elementFromPoint(left + 4, top + height / 2)
    return heading === there || heading.contains(there)
  })
  expect(isSeen).toBe(true)
}

describe('over HTTP', () => {
  it('the small address is small, kept, and answered by 304 while nothing has changed', async () => {
    const path = `${replay('en')}/live.json`
    const first = await get(path)
    expect(first.headers.get('content-type')).toBe('application/json; charset=utf-8')
    const text = await first.text()
    expect(text.length).toBeLessThan(1500)
    expect(JSON.parse(text)).toMatchObject({ ended: true })
    const again = await get(path, { 'If-None-Match': first.headers.get('etag') ?? '' })
    expect(again.status).toBe(304)
    expect(again.headers.get('cache-status')).toMatch(/; hit/)
    expect((await get('/en/2026/11/18/liziba-monorail/live.json')).status).toBe(404)
  })

  it('an entry has an address and a preview of its own, and is not indexed beside its story', async () => {
    const story = await (await get(replay('zh'))).text()
    expect(story).toContain('"@type":"LiveBlogPosting"')
    const [, path = ''] = /href="([^"]+\/updates\/\d+)"/.exec(story) ?? []
    const html = await (await get(path)).text()
    expect(html).toMatch(/<meta name="robots" content="noindex/)
    expect(html).toMatch(/<meta property="og:title" content="寸滩站洪峰：191\.62米"/)
    expect(html).toContain(`<link rel="canonical" href="${portalUrl()}${path}"`)
    expect(html).toContain(`href="${replay('zh')}"`)
    expect((await get(`${replay('zh')}/updates/999999`)).status).toBe(404)
  })

  it('a moved story takes the addresses of its entries along', async () => {
    const story = await openStory('en', 'a-story-that-moves')
    const { id } = await post(story, 'Here')
    expect((await get(`${story.path}/updates/${id}`)).status).toBe(200)
    const moved = await send('PATCH', `/api/articles/${story.id}`, {
      slug: 'a-story-that-moved',
      _status: 'published',
    })
    for (let tries = 0; tries < 50; tries++)
      if ((await get(`${story.path}/updates/${id}`)).status === 301) break
    const answer = await get(`${story.path}/updates/${id}`)
    expect(answer.headers.get('location')).toBe(`${moved.path}/updates/${id}`)
  })

  it('feeds tell the newest entries with the story', async () => {
    const feed = await (await get('/en/series/two-rivers/feed.xml')).text()
    expect(feed).toContain('The crest: 191.62 metres at Cuntan')
    expect(feed).toContain('Level I ends')
  })
})
