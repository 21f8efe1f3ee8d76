import { picture, render } from '../../__tests__/unit/render.tsx'
import { PortalPicture } from './portal-picture.tsx'

describe('portal picture', () => {
  it('takes its place before it arrives', () => {
    const html = render(<PortalPicture picture={picture} shape="square" sizes="6rem" />)
    expect(html).toMatch(/width="640" height="640"/)
    expect(html).toContain('loading="lazy"')
  })

  it('offers AVIF and JPEG, in the widths that exist only', () => {
    const html = render(<PortalPicture picture={picture} shape="wide" sizes="100vw" priority />)
    expect(html).toContain('/media/12-9f8e7d6c/wide-1920.avif 1920w')
    expect(html).toContain('/media/12-9f8e7d6c/wide-320.jpg 320w')
    expect(html).not.toContain('loading=')
    expect(html).toMatch(/fetchpriority="high"/i)
  })
})
