import { DatabaseClock } from '../../../edge/outbox/database-clock.ts'
import { type Change, DueChanges } from '../../../edge/outbox/due-changes.ts'
import { backoff, planCatchUp } from '../../../edge/outbox/plan.ts'

describe('catching up with the outbox', () => {
  it('takes nothing as known on the first connection, and goes on from its end', () => {
    expect(planCatchUp({ last: null, min: 3, max: 9 })).toMatchObject({ kind: 'unknown', after: 9 })
    expect(planCatchUp({ last: null, min: null, max: null })).toMatchObject({ after: 0 })
  })

  it('reads on when nothing can be missing', () => {
    for (const state of [
      { last: 9, min: 3, max: 9 },
      { last: 9, min: 3, max: 12 },
      { last: 9, min: 10, max: 12 },
      { last: 9, min: null, max: null },
      { last: 0, min: 1, max: 2 },
    ])
      expect(planCatchUp(state)).toEqual({ kind: 'read', after: state.last })
  })

  it('purges everything when rows were trimmed unread', () => {
    expect(planCatchUp({ last: 9, min: 11, max: 12 })).toMatchObject({ kind: 'unknown', after: 12 })
  })

  it('purges everything when the outbox ends before what was read', () => {
    expect(planCatchUp({ last: 9, min: 1, max: 4 })).toMatchObject({ kind: 'unknown', after: 4 })
  })

  it('waits longer after each failure, 10 s at most', () => {
    expect([1, 2, 3, 20].map(backoff)).toEqual([100, 200, 400, 10_000])
  })
})

describe('scheduled changes', () => {
  const change = (id: string): Change => ({ id, keys: [id], urgent: false })

  it('come when they are due, each once, those that are due already at once', async () => {
    const came: string[] = []
    const due = new DueChanges(({ id }) => came.push(id))
    due.add(change('later'), 60)
    due.add(change('soon'), 10)
    due.add(change('soon'), 15)
    due.add(change('now'), -5)
    expect(came).toEqual(['now'])
    await new Promise((resolve) => setTimeout(resolve, 130))
    due.close()
    expect(came).toEqual(['now', 'soon', 'later'])
  })
})

describe("the database's clock", () => {
  function clock() {
    let steady = 5_000_000
    const seen = new DatabaseClock(() => steady)
    return { seen, pass: (ms: number) => (steady += ms) }
  }

  it('goes on from the last look, whatever the clock of the edge says', () => {
    const { seen, pass } = clock()
    expect(seen.now).toBeNull()
    expect(seen.look(1000)).toBeNull()
    pass(250)
    expect(seen.now).toBe(1250)
    pass(1000)
    expect(seen.look(2300)).toBeNull()
  })

  it('that was put forward tells from when on something may have become due unheard', () => {
    const { seen, pass } = clock()
    seen.look(1000)
    pass(2000)
    expect(seen.look(3_600_000)).toBe(3000)
    pass(2000)
    expect(seen.look(3_602_000)).toBeNull()
  })

  it('that was put back tells from when on something may have been handed on too early', () => {
    const { seen, pass } = clock()
    seen.look(3_600_000)
    pass(2000)
    expect(seen.look(1000)).toBe(1000)
  })
})
