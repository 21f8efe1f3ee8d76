import { card, render } from '../../../__tests__/unit/render.tsx'
import { RelatedStory } from './view.tsx'

describe('related story block', () => {
  it('leads to the story, and its picture says nothing twice', () => {
    const html = render(<RelatedStory story={card} />)
    expect(html).toContain('href="/en/2026/11/18/liziba-monorail"')
    expect(html).toContain('alt=""')
  })

  it('does without a picture', () => {
    expect(render(<RelatedStory story={{ ...card, picture: null }} />)).not.toContain('<img')
  })
})
