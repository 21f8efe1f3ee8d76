import { countText, readingMinutes } from '../../lib/reading-time.ts'

const words = (count: number) => Array.from({ length: count }, () => 'river').join(' ')

describe('reading time', () => {
  it('counts 230 Latin words or 400 Han characters a minute', () => {
    expect(readingMinutes(words(690))).toBe(3)
    expect(readingMinutes('江'.repeat(1200))).toBe(3)
  })
  it('adds both scripts of a mixed text up', () => {
    expect(readingMinutes(`${words(230)} ${'江'.repeat(800)}`)).toBe(3)
  })
  it('is at least one minute', () => {
    expect(readingMinutes('')).toBe(1)
  })
  it('takes contractions, hyphens and figures for one word each, punctuation for none', () => {
    expect(countText('It’s a well-kept 1,500-year-old wall — no? 江，水。')).toEqual({
      han: 2,
      words: 6,
    })
  })
})
