import { render } from '../../../__tests__/unit/render.tsx'
import { PullQuote } from './view.tsx'

describe('pull quote block', () => {
  it('names its source when there is one', () => {
    expect(render(<PullQuote text="They never touch." source="City archive" />)).toContain(
      '<figcaption>City archive</figcaption>',
    )
    expect(render(<PullQuote text="They never touch." source={null} />)).not.toContain('figcaption')
  })
})
