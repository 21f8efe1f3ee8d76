import { render } from '../../__tests__/unit/render.tsx'
import type { Site } from '../../lib/reading/types.ts'
import { ConsentNotice } from './consent-notice.tsx'
import { StoredTable } from './stored-table.tsx'

const site = {
  inquiries: 'service@ichongqing.info',
  policyRevision: '2026-11-01',
  pages: [
    { slug: 'about', href: '/zh/about', name: '关于我们' },
    { slug: 'cookies', href: '/zh/cookies', name: 'Cookie政策' },
  ],
} as unknown as Site
const notice = (over: Partial<Site> = {}) =>
  render(<ConsentNotice site={{ ...site, ...over }} language="zh" path="/zh/city" />, 'zh')

describe('cookie notice', () => {
  it('links to the policies that exist and names date and address', () => {
    const html = notice()
    expect(html).toContain('<a href="/zh/cookies">Cookie政策</a>')
    expect(html).not.toContain('/zh/about')
    expect(html).not.toContain('/zh/privacy')
    expect(html).toContain('2026年11月1日')
    expect(html).toContain('mailto:service@ichongqing.info')
  })

  it('carries page and revision in each of its forms, also before there is a revision', () => {
    const forms =
      notice({ policyRevision: null, inquiries: null }).match(/<form.*?<\/form>/gs) ?? []
    expect(forms).toHaveLength(2)
    for (const form of forms) {
      expect(form).toContain('method="post"')
      expect(form).toContain('action="/zh/consent"')
      expect(form).toContain('name="page" value="/zh/city"')
      expect(form).toContain('name="revision" value="0"')
    }
  })

  it('agrees to nothing beforehand', () => {
    expect(notice().match(/<input type="checkbox"[^>]*checked[^>]*>/g)).toEqual([
      expect.stringContaining('disabled'),
    ])
  })
})

describe('table of what is kept', () => {
  it('says name, purpose and life of the consent cookie', () => {
    expect(render(<StoredTable />, 'en')).toMatch(/portal_consent<\/code>.*?180 days/)
  })
})
