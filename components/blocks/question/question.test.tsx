import { render } from '../../../__tests__/unit/render.tsx'
import { Question } from './view.tsx'

describe('question block', () => {
  it('is a heading with an address of its own, marked in the reader’s language', () => {
    const question = <Question id="part-2" text="Why Chongqing?" />
    expect(render(question)).toMatch(/^<h2 id="part-2"[^>]*><span[^>]*>Q<\/span>/)
    expect(render(<Question id="part-2" text="为什么是重庆？" />, 'zh')).toContain('>问</span>')
  })
})
