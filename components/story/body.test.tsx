import { render } from '../../__tests__/unit/render.tsx'
import type { BodyPart, Inline } from '../../lib/reading/types.ts'
import { Body } from './body.tsx'

const text = (words: string, marks: { bold?: boolean; italic?: boolean } = {}): Inline => ({
  kind: 'text',
  text: words,
  bold: false,
  italic: false,
  ...marks,
})

describe('body of a story', () => {
  it('sets the dateline before the first paragraph, also below a picture or heading', () => {
    const parts: BodyPart[] = [
      { kind: 'heading', level: 2, id: 'a', children: [text('Morning')] },
      { kind: 'paragraph', children: [text('Fog.')] },
      { kind: 'paragraph', children: [text('More fog.')] },
    ]
    expect(render(<Body parts={parts} opening="Chongqing - " />)).toBe(
      '<h2 id="a">Morning</h2><p>Chongqing - Fog.</p><p>More fog.</p>',
    )
  })

  it('keeps marks, links and nested lists', () => {
    const inner = { kind: 'list', ordered: true, items: [{ children: [text('in')], list: null }] }
    const parts = [
      { kind: 'paragraph', children: [text('a', { bold: true, italic: true }), { kind: 'break' }] },
      {
        kind: 'list',
        ordered: false,
        items: [
          {
            children: [{ kind: 'link', href: '/en', external: false, children: [text('out')] }],
            list: inner,
          },
        ],
      },
    ] as BodyPart[]
    expect(render(<Body parts={parts} />)).toBe(
      '<p><strong><em>a</em></strong><br/></p>' +
        '<ul><li><a href="/en">out</a><ol><li>in</li></ol></li></ul>',
    )
  })

  it('refuses a part that it does not know, instead of dropping it', () => {
    const unknown = [{ kind: 'carousel' }] as unknown as BodyPart[]
    expect(() => render(<Body parts={unknown} />)).toThrow('carousel')
  })
})
