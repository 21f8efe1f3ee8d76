import { Counts } from '../../../edge/counts/counts.ts'

describe('counts', () => {
  it('belong to the day in Chongqing', () => {
    let now = Date.parse('2026-11-24T15:59:59Z')
    const counts = new Counts(() => now)
    counts.answered('shown')
    now += 1000
    counts.answered('shown')
    expect(counts.take().consent).toEqual([
      { day: '2026-11-24', event: 'shown', count: 1 },
      { day: '2026-11-25', event: 'shown', count: 1 },
    ])
    expect(counts.isEmpty).toBe(true)
  })

  it('of reads belong to the hour in Chongqing', () => {
    const counts = new Counts(() => Date.parse('2026-11-24T16:30:00Z'))
    for (let n = 0; n < 3; n++) counts.read('/en/2026/11/18/a')
    expect(counts.take().reads).toEqual([
      { hour: '2026-11-25T00', path: '/en/2026/11/18/a', count: 3 },
    ])
  })

  it('take so much memory and no more', () => {
    const counts = new Counts()
    for (let story = 0; story < 20_010; story++) counts.read(`/en/2026/11/18/a-${story}`)
    counts.read('/en/2026/11/18/a-0')
    const { reads } = counts.take()
    expect(reads).toHaveLength(20_000)
    expect(reads.find(({ path }) => path.endsWith('a-0'))?.count).toBe(2)
  })
})
