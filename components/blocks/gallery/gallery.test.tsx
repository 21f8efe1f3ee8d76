import { picture, render } from '../../../__tests__/unit/render.tsx'
import { Gallery } from './view.tsx'

const pictures = [picture, { ...picture, id: 13 }, { ...picture, id: 14 }]

describe('gallery block', () => {
  it('shows every picture with its caption, without script', () => {
    const html = render(<Gallery title="Three bridges" pictures={pictures} />)
    expect(html.match(/<img /g)).toHaveLength(3)
    expect(html.match(/<figcaption>/g)).toHaveLength(3)
    expect(html).toContain('3 pictures')
  })

  it('has a name even without a title', () => {
    expect(render(<Gallery title={null} pictures={pictures} />, 'zh')).toContain(
      'aria-label="组图"',
    )
  })
})
