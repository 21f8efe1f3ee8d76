import { median, percentile } from '../../scripts/bench/figures.ts'
import { readOptions } from '../../scripts/bench/options.ts'

describe('figures of the bench', () => {
  it('take the nearest rank, in any order of the values', () => {
    expect(median([9, 1, 5])).toBe(5)
    expect(percentile([4, 3, 2, 1], 50)).toBe(2)
    expect(percentile([4, 3, 2, 1], 99)).toBe(4)
    expect(percentile([], 50)).toBeNaN()
  })
})

describe('the data folder of the bench', () => {
  it('is its own, with an account of its own, unless another one is named', () => {
    const own = readOptions([], {})
    expect(own.dataDir).toMatch(/bench-data$/)
    expect(own.account).not.toBeNull()
    const named = readOptions(['--seconds', '2'], { DATA_DIR: '/some/data' })
    expect(named).toMatchObject({ dataDir: '/some/data', account: null, seconds: 2, rounds: 3 })
  })

  it('refuses rounds that are none', () => {
    expect(() => readOptions(['--rounds', '0'], {})).toThrow('--rounds must be a whole number')
  })

  it('is another one for stories by the thousand, and never somebody else’s', () => {
    const scale = readOptions(['--scale', '--most', '10000'], {})
    expect(scale).toMatchObject({ sizes: [1000, 10_000], account: { email: 'bench@example.com' } })
    expect(scale.dataDir).not.toBe(readOptions([], {}).dataDir)
    expect(readOptions(['--million'], {}).sizes).toContain(1_000_000)
    expect(() => readOptions(['--scale'], { DATA_DIR: '/some/data' })).toThrow(/of its own/)
  })
})
