import { phrasesOf } from './line-breaks.ts'

describe('line breaks of headlines', () => {
  it('fall between Chinese words, not into them', () => {
    expect(phrasesOf('重庆的桥为什么没有两座一样')).toContain('重庆的')
    expect(phrasesOf('重庆的桥为什么没有两座一样')).toContain('为什么')
  })

  it('keep punctuation with its word', () => {
    const phrases = phrasesOf('访委内瑞拉：“向上游看”，取经（上）')
    expect(phrases.every((phrase) => !/^[：”，）]/.test(phrase))).toBe(true)
    expect(phrases.every((phrase) => !/[“（]$/.test(phrase))).toBe(true)
  })

  it('lose nothing and leave Latin text alone', () => {
    const text = '从8090米到Line 2：一条线的故事'
    expect(phrasesOf(text).join('')).toBe(text)
    expect(phrasesOf('The train that stops')).toEqual(['The train that stops'])
  })
})
