import { picture, render } from '../../../__tests__/unit/render.tsx'
import { Video } from './view.tsx'

const video = {
  host: 'bilibili',
  watchUrl: 'https://www.bilibili.com/video/BV1',
  embedUrl: 'https://player.bilibili.com/player.html?bvid=BV1',
} as const

describe('video block', () => {
  const html = render(<Video video={video} title="The train enters" picture={picture} />)

  it('leads to the video without script', () => {
    expect(html).toContain('<a href="https://www.bilibili.com/video/BV1"')
    expect(html).toContain('Play video: The train enters (Bilibili)')
  })

  it('loads nothing from the host by itself', () => {
    expect(html).not.toMatch(/<(?:iframe|script|link|video)[\s>]/)
    expect(html).not.toMatch(/src(?:set)?="https:/i)
  })
})
