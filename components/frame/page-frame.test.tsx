import { render } from '../../__tests__/unit/render.tsx'
import type { Site, SwitchTarget } from '../../lib/reading/types.ts'
import { PageFrame } from './page-frame.tsx'

const city = { href: '/en/city', name: 'City' }
const site: Site = {
  name: 'iChongqing',
  tagline: 'Bridging News',
  slogan: 'New Era, New Journey, New Chongqing',
  icp: '渝ICP备20009753号-2',
  newsLicence: '50120220004',
  hotline: '+86-23-67158993',
  inquiries: 'service@ichongqing.info',
  social: [],
  policyRevision: null,
  navigation: [city],
  sections: [city],
  pages: [{ slug: 'about', href: '/en/about', name: 'About us' }],
}

function frame(path: string, target: Partial<SwitchTarget> = {}): string {
  const zh = { language: 'zh', href: '/zh/city', same: true, ...target } as const
  return render(
    <PageFrame site={site} language="en" path={path} switches={[zh]}>
      <h1>Text</h1>
    </PageFrame>,
  )
}

describe('page frame', () => {
  it('marks the section, and that a month belongs to it', () => {
    expect(frame('/en/city')).toContain('<a href="/en/city" aria-current="page">City</a>')
    expect(frame('/en/city/archive/2023-11')).toContain(
      '<a href="/en/city" aria-current="true">City</a>',
    )
    expect(frame('/en/cityscape')).not.toContain('<a href="/en/city" aria-current')
  })

  it('switches language by a plain link, and says when the story has no other edition', () => {
    expect(frame('/en/city')).toContain('href="/zh/city?switch=zh"')
    expect(frame('/en/city')).not.toContain('Not available')
    expect(frame('/en/2026/11/18/a', { same: false })).toContain('Not available in Chinese')
  })

  it('carries in its footer what law and readers ask for', () => {
    const html = frame('/en')
    expect(html).toMatch(/<a href="https:\/\/beian\.miit\.gov\.cn\/"[^>]*>渝ICP备20009753号-2</)
    for (const part of ['50120220004', 'tel:+862367158993', 'mailto:service@ichongqing.info'])
      expect(html).toContain(part)
    for (const href of ['/en/message', '/en/about', '/en/feeds', '/en/latest'])
      expect(html).toContain(`href="${href}"`)
  })
})
