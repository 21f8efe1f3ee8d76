import type { Browser, Page } from 'playwright-core'
import { accessibilityFaults } from '../harness/accessibility.ts'
import { openBrowser } from '../harness/browser.ts'
import { portalUrl } from '../harness/portal.ts'

const path = '/zh/2026/09/19/a-day-on-the-slopes'
let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 390, height: 844 } })
  await page.goto(portalUrl() + path)
})
afterEach(() => page.close())

const opener = (place: number) => page.locator('a[data-enlarge]').nth(place)
const place = () => page.locator('dialog[open] figcaption > :first-child').textContent()
const focused = () =>
  page.evaluate(() =>
    [...document.querySelectorAll('a[data-enlarge]')].indexOf(document.activeElement as Element),
  )

describe('lightbox of a photo essay', () => {
  it('opens, steps and closes by keyboard, and gives the focus back where the reader is', async () => {
    await opener(1).focus()
    await page.keyboard.press('Enter')
    expect(await place()).toBe('2 / 10')
    await page.keyboard.press('ArrowRight')
    expect(await place()).toBe('3 / 10')
    await page.keyboard.press('End')
    await page.keyboard.press('ArrowRight')
    expect(await place()).toBe('10 / 10')
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowLeft')
    expect(await place()).toBe('1 / 10')
    await page.keyboard.press('Escape')
    expect(await page.locator('dialog[open]').count()).toBe(0)
    expect(await focused()).toBe(0)
  })

  it('shows the caption and credit that stand on the page, and is accessible', async () => {
    const caption = await page.locator('photo-essay figure figcaption').nth(2).textContent()
    await opener(2).click()
    expect(await page.locator('dialog figcaption').textContent()).toBe(caption)
    expect(await accessibilityFaults(page, 'dialog')).toEqual([])
  })

  it('keeps the keyboard on a button when the last picture disables the other', async () => {
    await opener(8).click()
    await page.locator('dialog [data-step="1"]').click()
    expect(await place()).toBe('10 / 10')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-step'))).toBe('-1')
  })

  it('leaves a new tab to who asks for one', async () => {
    const [tab] = await Promise.all([
      page.context().waitForEvent('page'),
      opener(0).click({ modifiers: ['ControlOrMeta'] }),
    ])
    expect(tab.url()).toMatch(/\/media\/.+\/whole-1920\.jpg$/)
    expect(await page.locator('dialog[open]').count()).toBe(0)
  })
})
