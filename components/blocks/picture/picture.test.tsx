import { picture, render } from '../../../__tests__/unit/render.tsx'
import { PictureBlock } from './view.tsx'

describe('picture block', () => {
  it('says who made the picture, and what it shows to those who cannot see it', () => {
    const html = render(
      <PictureBlock picture={{ ...picture, licence: 'CC BY 4.0' }} wide={false} />,
    )
    expect(html).toContain('alt="A bridge over a river"')
    expect(html).toMatch(/<figcaption>The bridge at dawn\..*Illustration: iChongqing · CC BY 4\.0/)
  })

  it('keeps an upright picture within the text', () => {
    const upright = { ...picture, width: 1080, height: 1920 }
    expect(render(<PictureBlock picture={upright} wide />)).toContain('class="picture"')
    expect(render(<PictureBlock picture={picture} wide />)).toContain('class="wide"')
  })
})
