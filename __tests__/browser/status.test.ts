import { type Editor, editor, portalUrl, type Role } from '../harness/portal.ts'

const page = async (from: Editor, path: string, language = 'en') => {
  const cookie = `${from.cookie.name}=${from.cookie.value}; payload-lng=${language}`
  // As a browser says it when an address is typed: Payload takes a cookie from no other place.
  const headers = { cookie, 'sec-fetch-site': 'none' }
  const answer = await fetch(`${portalUrl()}${path}`, { headers })
  return {
    status: answer.status,
    html: await answer.text(),
    timing: answer.headers.get('server-timing'),
  }
}

describe('the status page', () => {
  it.each<Role>(['admin', 'editor'])('tells %s how the portal runs', async (role) => {
    const from = await editor(role)
    await fetch(`${portalUrl()}/en`)
    const { status, html, timing } = await page(from, '/admin/status')
    expect(status).toBe(200)
    expect(html).toContain('Status of the portal')
    // What only the edge knows, what only the database knows, and what was built.
    for (const figure of ['Answered from memory', 'Changes read / written', 'PostgreSQL'])
      expect(html).toContain(figure)
    expect(html).not.toContain('The edge gives no answer')
    expect(timing).toMatch(/^render;dur=/)
    expect((await page(from, '/admin/status', 'zh')).html).toContain('网站运行状态')
    expect((await page(from, '/admin')).html).toContain('href="/admin/status"')
  })

  it('is not for reporters', async () => {
    const from = await editor('reporter')
    const { status, html } = await page(from, '/admin/status')
    expect(status).toBe(404)
    expect(html).not.toContain('Answered from memory')
    expect((await page(from, '/admin')).html).not.toContain('href="/admin/status"')
  })
})
