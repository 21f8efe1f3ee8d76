import type { Browser, BrowserContext } from 'playwright-core'
import { portalUrl } from './portal.ts'

/** A story of the sample edition. */
export const story = '/en/2026/11/18/liziba-monorail'

const today = new Date().toISOString().slice(0, 10)
/** Value of the cookie of who has answered the notice. @param revision the sample edition's unless told */
export const consentCookie = (choices: string, revision = '2026-11-24', day = today): string =>
  `v1.r${revision}.d${day}.${choices}`
export const refused = consentCookie('statistics-no.media-no')
export const agreed = consentCookie('statistics-yes.media-yes')

type Options = NonNullable<Parameters<Browser['newContext']>[0]> & { cookie?: string }

/** Opens a page in a browser of its own, whose reader has the cookie if it is given. */
export async function openAs(browser: Browser, path: string, { cookie, ...options }: Options = {}) {
  const context = await browser.newContext(options)
  if (cookie !== undefined)
    await context.addCookies([{ name: 'portal_consent', value: cookie, url: portalUrl() }])
  const page = await context.newPage()
  await page.goto(portalUrl() + path)
  return { context, page, notice: page.locator('#consent') }
}

/** What the browser keeps of the reader's answer; undefined when there is none. */
export const choiceOf = async (context: BrowserContext): Promise<string | undefined> =>
  (await context.cookies()).find(({ name }) => name === 'portal_consent')?.value
