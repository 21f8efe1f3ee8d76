import { firstFree, proposeSlug } from '../../lib/slugs.ts'
import { isSlug } from '../../lib/urls.ts'

describe('slugs', () => {
  it.each([
    ['A cable car commuters actually use', 'a-cable-car-commuters-actually-use'],
    [
      'The porters’ last songbook: R&D in Chongqing',
      'the-porters-last-songbook-r-and-d-in-chongqing',
    ],
    ['Café Ñandú — naïve', 'cafe-nandu-naive'],
    ['长江索道', 'chang-jiang-suo-dao'],
    ['重庆地铁10号线', 'chong-qing-di-tie-10-hao-xian'],
    ['AI赋能女性', 'ai-fu-neng-nv-xing'],
  ])('%s → %s', (headline, slug) => {
    expect(proposeSlug(headline)).toBe(slug)
    expect(isSlug(slug)).toBe(true)
  })
  it('is cut between words, at 80 characters', () => {
    const slug = proposeSlug('extraordinary '.repeat(20))
    expect(slug.length).toBeLessThanOrEqual(80)
    expect(slug.endsWith('extraordinary')).toBe(true)
  })
  it('is empty when nothing can be spelt', () => {
    expect(proposeSlug('！？…')).toBe('')
  })
  it('takes the first number that is free', () => {
    expect(firstFree('fog', new Set(['fog', 'fog-2']))).toBe('fog-3')
    expect(firstFree('fog', new Set())).toBe('fog')
  })
})
