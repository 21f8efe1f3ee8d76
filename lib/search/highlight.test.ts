import fc from 'fast-check'
import { highlighted, passageOf } from './highlight.ts'
import { readQuery } from './query/query.ts'

const marked = (text: string, typed: string) =>
  highlighted(text, readQuery(typed)).flatMap((part) => (part.marked ? [part.text] : []))

describe('highlighting', () => {
  it.each([
    ['The bridges of Chongqing’s rivers', 'bridge Chongqing', ['bridges', 'Chongqing’s']],
    ['重庆輕軌穿樓而過', '轻轨', ['輕軌']],
    ['５Ｇ網絡來了', '5g网络', ['５Ｇ網絡']],
    ['二〇二三年', '2023', ['二〇二三']],
    ['Café, cafés', 'cafe', ['Café', 'cafés']],
    ['An e-mail was sent', 'email', ['e-mail']],
    ['two rivers, a river, two', '"two rivers"', ['two rivers']],
    ['長江索道', '长江 索道', ['長江索道']],
  ])('%s, searched for %s, marks %j', (text, typed, parts) => {
    expect(marked(text, typed)).toEqual(parts)
  })

  it('gives the text back, whatever it is', () => {
    const odd = fc.string({
      unit: fc.constantFrom(...'重庆轻 ab\u0301ＡÉ😀\ud800-’'),
      maxLength: 60,
    })
    fc.assert(
      fc.property(odd, odd, (text, typed) => {
        expect(
          highlighted(text, readQuery(typed))
            .map((part) => part.text)
            .join(''),
        ).toBe(text)
      }),
    )
  })

  it.each([
    ['一切始于二〇二三年的春天。', '2023', ['二〇二三']],
    ['The plan is of 二〇二三.', '2023', ['二〇二三']],
    ['二零二三年', '2023', ['二零二三']],
    ['An e-mail was sent', 'email', ['e-mail']],
    ['Two e-mails were sent', 'email', ['e-mails']],
    ['100,000 people came', '100000', ['100,000']],
    ['At O’Neill’s', 'oneill', ['O’Neill’s']],
  ])('a passage of %s, searched for %s, marks %j', (text, typed, parts) => {
    const passage = passageOf(`Before it.\n${text}\nAfter it.`, readQuery(typed)) ?? []
    expect(passage.flatMap((part) => (part.marked ? [part.text] : []))).toEqual(parts)
    expect(passage.map((part) => part.text).join('')).toBe(text)
  })

  it('a passage is cut from the beginning of a paragraph that does not end', () => {
    const far = `${'Words about nothing. '.repeat(1_000)}The bridge.`
    expect(passageOf(far, readQuery('bridge'))).toBeNull()
    expect(passageOf(`${far}\nA bridge.`, readQuery('bridge'))).toEqual([
      { text: 'A ', marked: false },
      { text: 'bridge', marked: true },
      { text: '.', marked: false },
    ])
  })

  it('a passage is where most of the words stand, and no longer than a few lines', () => {
    const text = `A bridge.\n${'Words about nothing in particular, on and on. '.repeat(30)}The bridge over two rivers was built.${' And so on.'.repeat(40)}`
    const passage = passageOf(text, readQuery('bridge rivers')) ?? []
    const shown = passage.map((part) => part.text).join('')
    expect(passage.filter((part) => part.marked).map((part) => part.text)).toEqual([
      'bridge',
      'rivers',
    ])
    expect(shown.length).toBeLessThan(240)
    expect(shown).toMatch(/^…The bridge .*…$/)
    expect(passageOf(text, readQuery('monorail'))).toBeNull()
  })
})
