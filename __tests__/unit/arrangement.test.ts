import { arrange } from '../../lib/reading/arrangement.ts'

const stories = (...ids: number[]) => ids.map((id) => ({ id }))
const ids = (list: readonly { id: number }[]) => list.map(({ id }) => id)

describe('front page', () => {
  it('no story stands twice, and what was picked goes first', () => {
    const page = arrange(
      {
        lead: { id: 1 },
        seconds: stories(2, 1),
        filler: stories(1, 2, 3, 4, 5),
        secondsCount: 3,
      },
      [
        { candidates: stories(1, 3, 6, 7), size: 2 },
        { candidates: stories(6, 8), size: 2 },
      ],
    )
    expect(page.lead?.id).toBe(1)
    expect(ids(page.seconds)).toEqual([2, 3, 4])
    expect(page.strips.map(ids)).toEqual([[6, 7], [8]])
  })

  it('an empty lead fills from what nobody picked', () => {
    const page = arrange(
      { lead: null, seconds: stories(9), filler: stories(9, 5), secondsCount: 3 },
      [],
    )
    expect(page.lead?.id).toBe(5)
    expect(ids(page.seconds)).toEqual([9])
  })

  it('is empty without stories', () => {
    const page = arrange({ lead: null, seconds: [], filler: [], secondsCount: 3 }, [])
    expect(page).toEqual({ lead: null, seconds: [], strips: [] })
  })
})
