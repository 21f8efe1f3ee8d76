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

  it('given back are added to what came meanwhile', () => {
    const counts = new Counts()
    counts.read('/en/2026/11/18/a')
    const taken = counts.take()
    counts.read('/en/2026/11/18/a')
    counts.giveBack(taken)
    expect(counts.take().reads.map(({ count }) => count)).toEqual([2])
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
