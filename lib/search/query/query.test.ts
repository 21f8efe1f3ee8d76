import fc from 'fast-check'
import { readSearchParameters, searchParameters, writeSearchParameters } from './parameters.ts'
import { readQuery } from './query.ts'
import { fewerWords, relaxed } from './relax.ts'
import { longestQuery, tidyQuery } from './tidy.ts'
import { matchText } from './tsquery.ts'

const match = (text: string) => matchText(readQuery(text), new Map())

describe('a search as it is typed', () => {
  it.each([
    ['monorail bridges', "'monorail' & 'bridg'"],
    ['"two rivers"', "('two' <1> 'river')"],
    ['bridge -rail', "'bridg' & !'rail'"],
    ['bridge －"two rivers"', "'bridg' & !('two' <1> 'river')"],
    ['the monorail', "'monorail'"],
    ['"the monorail"', "('the' <1> 'monorail')"],
    ['“长江索道”', "('长江' <1> '江索' <1> '索道')"],
    ['「长江」', "'长江'"],
    ['江', "'江'"],
    ['5G网络', "(('5' <1> 'g' <1> '网络') | ('5g' <1> '网络'))"],
    ['e-mail', "(('e' <1> 'mail') | 'email')"],
    ['重庆，成都', "'重庆' & '成都'"],
    ["bridge & | ! <-> ( ) :* \\ '", "'bridg'"],
    ['-rail', ''],
    ['', ''],
    ['"', ''],
    ['bridge bridge Bridges', "'bridg'"],
  ])('%s asks for %s', (typed, asked) => {
    expect(match(typed)).toBe(asked)
  })

  it('refuses nothing, and is never longer than it may be', () => {
    const odd = fc.string({
      unit: fc.constantFrom(...'a重 "“”-－\'\\&|!():*<>\0\ud800😀%'),
      maxLength: 300,
    })
    fc.assert(
      fc.property(fc.oneof(odd, fc.string({ unit: 'binary', maxLength: 300 })), (typed) => {
        const query = readQuery(typed)
        expect(query.must.length).toBeLessThanOrEqual(24)
        const text = matchText(query, new Map())
        // Outside of terms there is nothing but what a tsquery is made of.
        expect(text.replaceAll(/'(?:[^']|'')*'/gu, 't')).toMatch(/^[t&|!()<>\d ]*$/)
      }),
    )
  })

  it('says when something was cut off', () => {
    expect(readQuery('a'.repeat(longestQuery)).cut).toBe(false)
    expect(readQuery('a'.repeat(longestQuery + 1)).cut).toBe(true)
    expect(readQuery(Array.from({ length: 30 }, (_, i) => `w${i}`).join(' ')).cut).toBe(true)
  })

  it('has one spelling, which reading keeps', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (typed) => {
        expect(tidyQuery(tidyQuery(typed))).toBe(tidyQuery(typed))
        const read = readSearchParameters({ q: typed, section: typed, after: typed, period: typed })
        const written = Object.fromEntries(new URLSearchParams(writeSearchParameters(read)))
        expect(readSearchParameters(written)).toEqual(read)
        expect(Object.keys(written).every((name) => name in searchParameters)).toBe(true)
      }),
    )
  })
})

describe('when nothing is found', () => {
  it('a run of Chinese is taken apart into its words', () => {
    expect(matchText(relaxed(readQuery('重庆轻轨')) ?? readQuery(''), new Map())).toBe(
      "'重庆' & '轻' & '轨'",
    )
    expect(relaxed(readQuery('"重庆轻轨"'))).toBeNull()
    expect(relaxed(readQuery('monorail'))).toBeNull()
  })

  it('fewer words are proposed, each left out in turn', () => {
    expect(fewerWords(readQuery('bridge "two rivers" -rail'))).toEqual([
      '"two rivers" -rail',
      'bridge -rail',
    ])
    expect(fewerWords(readQuery('bridge'))).toEqual([])
  })
})
