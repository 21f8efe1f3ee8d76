import { render } from '../../../__tests__/unit/render.tsx'
import { FactBox } from './view.tsx'

describe('fact box block', () => {
  it('is a landmark of its own, named by its title', () => {
    const html = render(
      <FactBox title="In figures">
        <p>Nineteen storeys</p>
      </FactBox>,
    )
    expect(html).toMatch(/<section[^>]* aria-label="In figures"><h2>In figures<\/h2><p>Nineteen/)
  })
})
