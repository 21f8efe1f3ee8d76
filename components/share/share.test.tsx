import { render } from '../../__tests__/unit/render.tsx'
import type { Shared } from '../../lib/share/services.ts'
import { ShareBar } from './share-bar.tsx'
import { SharePanel } from './share-panel.tsx'

const poster = {
  path: '/drawings/poster-0123456789ab/zh/2026/11/18/a.jpg',
  type: 'image/jpeg',
  width: 1080,
  height: 1440,
  alt: '轻轨',
} as const

const shared: Shared = {
  url: 'https://www.ichongqing.info/zh/2026/11/18/a',
  title: '“山城” & <轻轨>',
  description: 'D',
  picture: null,
}

describe('sharing', () => {
  it('opens other sites in a tab that cannot reach this one, and says so', () => {
    const links = render(<SharePanel shared={shared} poster={poster} language="en" />).match(
      /<a [^>]+>.*?<\/a>/g,
    )
    expect(links).toHaveLength(10)
    for (const link of links?.filter((one) => !/mailto:|download/.test(one)) ?? []) {
      expect(link).toContain('target="_blank" rel="external noopener noreferrer"')
      expect(link).toContain('opens in a new tab')
    }
  })

  it('draws the code once, however often it is shown', () => {
    const both = (
      <>
        <ShareBar shared={shared} language="zh" />
        <SharePanel shared={shared} poster={poster} language="zh" />
      </>
    )
    const html = render(both, 'zh')
    expect(html.match(/<symbol id="story-qr"/g)).toHaveLength(1)
    expect(html.match(/<use href="#story-qr"/g)).toHaveLength(2)
    expect(html.match(/本文网址二维码/g)).toHaveLength(2)
  })

  it('names every button whose sign alone is shown', () => {
    const html = render(<ShareBar shared={shared} language="zh" />, 'zh')
    expect(html).toMatch(/<button[^>]*value="copy"[^>]*>.*?<span class="unseen">复制链接<\/span>/)
    expect(html).toMatch(/<summary[^>]*>.*?<span class="unseen">微信<\/span>/)
  })
})
