import fc from 'fast-check'
import { highlighted, type Marked, passageOf } from './highlight.ts'
import { readQuery } from './query/query.ts'

const marksOf = (parts: Marked) => parts.filter((_, at) => at % 2 === 1)
const marked = (text: string, typed: string) => marksOf(highlighted(text, readQuery(typed)))

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
        const parts = highlighted(text, readQuery(typed))
        expect(parts.join('')).toBe(text)
        expect(marksOf(parts)).not.toContain('')
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
    expect(marksOf(passage)).toEqual(parts)
    expect(passage.join('')).toBe(text)
  })

  it('a passage is cut from the beginning of a paragraph that does not end', () => {
    const far = `${'Words about nothing. '.repeat(1_000)}The bridge.`
    expect(passageOf(far, readQuery('bridge'))).toBeNull()
    expect(passageOf(`${far}\nA bridge.`, readQuery('bridge'))).toEqual(['A ', 'bridge', '.'])
  })

  it('a passage is where most of the words stand, and no longer than a few lines', () => {
    const text = `A bridge.\n${'Words about nothing in particular, on and on. '.repeat(30)}The bridge over two rivers was built.${' And so on.'.repeat(40)}`
    const passage = passageOf(text, readQuery('bridge rivers')) ?? []
    const shown = passage.join('')
    expect(marksOf(passage)).toEqual(['bridge', 'rivers'])
    expect(shown.length).toBeLessThan(240)
    expect(shown).toMatch(/^…The bridge .*…$/)
    expect(passageOf(text, readQuery('monorail'))).toBeNull()
  })
})
