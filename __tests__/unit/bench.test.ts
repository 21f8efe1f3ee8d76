import { median, percentile } from '../../scripts/bench/figures.ts'

describe('figures of the bench', () => {
  it('take the nearest rank, in any order of the values', () => {
    expect(median([9, 1, 5])).toBe(5)
    expect(percentile([4, 3, 2, 1], 50)).toBe(2)
    expect(percentile([4, 3, 2, 1], 99)).toBe(4)
    expect(percentile([], 50)).toBeNaN()
  })
})
