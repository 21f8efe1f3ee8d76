import { render } from '../../__tests__/unit/render.tsx'
import type { BodyPart, Inline } from '../../lib/reading/types.ts'
import { Contents } from './contents.tsx'

const text = (words: string): Inline => ({ kind: 'text', text: words, bold: false, italic: false })
const heading = (id: string, children: Inline[], level: 2 | 3 = 2): BodyPart => ({
  kind: 'heading',
  level,
  id,
  children,
})
const parts = [
  heading('part-1', [text('What it is')]),
  heading('part-2', [text('A detail')], 3),
  heading('part-3', [
    text('Why '),
    { kind: 'link', href: '/en', external: false, children: [text('here')] },
  ]),
  heading('part-4', [text('What comes next')]),
]

describe('contents of an explainer', () => {
  it('lead to its parts, in order, and to no smaller heading', () => {
    const links = render(<Contents parts={parts} />).match(/<a .*?<\/a>/g)
    expect(links).toEqual([
      '<a href="#part-1">What it is</a>',
      '<a href="#part-3">Why here</a>',
      '<a href="#part-4">What comes next</a>',
    ])
  })

  it('are left out where there is little to list', () => {
    expect(render(<Contents parts={parts.slice(0, 3)} />)).toBe('')
  })
})
