import { jest } from '@jest/globals'
import type { Change } from '../../../edge/outbox/due-changes.ts'
import { Midnights, untilMidnight } from '../../../edge/outbox/midnight.ts'
import { todayKey } from '../../../lib/purge-keys.ts'

const hour = 60 * 60 * 1000

describe('midnight in Chongqing', () => {
  it.each([
    ['2026-11-24T15:59:59.000Z', 1000],
    ['2026-11-24T16:00:00.000Z', 24 * hour],
    ['2026-12-31T04:00:00.000Z', 12 * hour],
  ])('from %s is %d ms away', (now, ms) => {
    expect(untilMidnight(Date.parse(now))).toBe(ms)
  })

  it('touches what shows the day, every day again', () => {
    jest.useFakeTimers({ now: Date.parse('2026-11-24T13:00:00Z') })
    const heard: { change: Change; at: string }[] = []
    const midnights = new Midnights((change) =>
      heard.push({ change, at: new Date().toISOString().slice(0, 16) }),
    )
    jest.advanceTimersByTime(50 * hour)
    midnights.close()
    jest.advanceTimersByTime(48 * hour)
    jest.useRealTimers()
    expect(heard.map(({ at }) => at)).toEqual(['2026-11-24T16:00', '2026-11-25T16:00'])
    expect(heard[0]?.change.keys).toEqual([todayKey])
  })
})
