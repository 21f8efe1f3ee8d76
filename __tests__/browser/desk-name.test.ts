import { request } from 'node:http'
import type { Browser, Page } from 'playwright-core'
import { freePort } from '../../edge/database/server.ts'
import { openBrowser } from '../harness/browser.ts'
import { prepareStarts, type Starts } from '../harness/starts.ts'

const account = { email: 'editor@example.com', password: 'correct horse battery staple' }
const session = 'payload-token'

let starts: Starts
let browser: Browser
let page: Page
/** Browsers find every name below localhost on this machine. */
let site: string
let desk: string
const complaints: string[] = []

beforeAll(async () => {
  starts = await prepareStarts()
  const port = String(await freePort())
  site = `http://localhost:${port}`
  desk = `http://desk.localhost:${port}`
  const portal = await starts.start(starts.dataDir('filled'), {
    env: {
      PORT: port,
      ADMIN_URL: desk,
      ADMIN_EMAIL: account.email,
      ADMIN_PASSWORD: account.password,
      LOG_LEVEL: 'warn',
    },
  })
  await portal.open()
  browser = await openBrowser()
  page = await browser.newPage({ viewport: { width: 1500, height: 900 }, locale: 'en' })
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
}, 180_000)
afterAll(async () => {
  await browser.close()
  await starts.endAll()
})

/** The newsroom's answer to a program that sends a browser's session, from a page of some origin. */
function me(origin: string, cookie: string, host = new URL(desk).host) {
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const headers = { host, origin, cookie: `${session}=${cookie}` }
    request(`${site.replace('localhost', '127.0.0.1')}/api/users/me`, { headers }, async (res) => {
      let text = ''
      for await (const chunk of res) text += chunk
      resolve({ status: res.statusCode ?? 0, text })
    })
      .once('error', reject)
      .end()
  })
}

describe('a newsroom under a name of its own', () => {
  it('lets an editor sign in and save there', async () => {
    await page.goto(`${desk}/admin/login`)
    await page.fill('#field-email', account.email)
    await page.fill('#field-password', account.password)
    await page.click('button[type=submit]')
    await page.waitForURL(`${desk}/admin`)
    await page.goto(`${desk}/admin/account`)
    await page.fill('#field-name', 'Somebody else')
    const saved = page.waitForResponse((answer) => answer.request().method() === 'PATCH')
    await page.click('#action-save')
    expect((await saved).status()).toBe(200)
    expect(complaints).toEqual([])
  })

  it('keeps its session to that name, and is not found at the site', async () => {
    const cookies = await page.context().cookies()
    expect(cookies.filter(({ name }) => name === session)).toMatchObject([
      { domain: 'desk.localhost', httpOnly: true, sameSite: 'Lax' },
    ])
    expect((await page.goto(`${site}/admin`))?.status()).toBe(404)
    expect((await page.goto(`${site}/api/users/me`))?.status()).toBe(404)
    await page.goto(`${desk}/en`)
    expect(page.url()).toBe(`${site}/en`)
  })

  it('takes a page of the site for a stranger', async () => {
    const [cookie] = (await page.context().cookies(desk)).filter(({ name }) => name === session)
    const value = cookie?.value ?? ''
    expect((await me(desk, value)).text).toContain(account.email)
    expect((await me(site, value)).text).not.toContain(account.email)
    expect(await me(desk, value, new URL(site).host)).toMatchObject({ status: 404 })
  })
})
