import fc from 'fast-check'
import {
  daysOfMonth,
  grouped,
  isDay,
  isMonth,
  monthsBetween,
  sameDayOf,
  weekdayOf,
  weeksOf,
} from './calendar.ts'

describe('months', () => {
  it.each([
    ['2023-11', true],
    ['2023-00', false],
    ['2023-13', false],
    ['23-11', false],
    ['2023-11-01', false],
  ])('%s: %s', (value, is) => expect(isMonth(value)).toBe(is))

  it('between two are counted over the end of a year, and none backwards', () => {
    expect(monthsBetween('2023-11', '2024-02')).toEqual([
      '2023-11',
      '2023-12',
      '2024-01',
      '2024-02',
    ])
    expect(monthsBetween('2023-11', '2023-11')).toEqual(['2023-11'])
    expect(monthsBetween('2024-02', '2023-11')).toEqual([])
  })

  it('have their days, February in leap years one more', () => {
    expect(daysOfMonth('2023-02')).toHaveLength(28)
    expect(daysOfMonth('2024-02').at(-1)).toBe('2024-02-29')
    expect(daysOfMonth('2023-12')).toHaveLength(31)
  })

  it('stand in weeks from Monday: every day once, in order, below its day of the week', () => {
    const month = fc
      .tuple(fc.integer({ min: 1970, max: 2120 }), fc.integer({ min: 1, max: 12 }))
      .map(([year, number]) => `${year}-${String(number).padStart(2, '0')}`)
    fc.assert(
      fc.property(month, (value) => {
        const weeks = weeksOf(value)
        expect(weeks.every((week) => week.length === 7 && week.some(Boolean))).toBe(true)
        expect(weeks.flat().filter(Boolean)).toEqual(daysOfMonth(value))
        for (const week of weeks)
          week.forEach((day, place) => {
            if (day !== null) expect(weekdayOf(day)).toBe(place)
          })
      }),
    )
  })

  it('1 November 2023 was a Wednesday', () => {
    expect(weeksOf('2023-11')[0]).toEqual([
      null,
      null,
      '2023-11-01',
      '2023-11-02',
      '2023-11-03',
      '2023-11-04',
      '2023-11-05',
    ])
  })
})

describe('days', () => {
  it.each([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['2023-04-31', false],
    ['2023-1-1', false],
    ['2023-11-10T00', false],
  ])('%s: %s', (value, is) => expect(isDay(value)).toBe(is))

  it('come again every year, 29 February in leap years only', () => {
    expect(sameDayOf('2026-11-24', 3)).toEqual(['2025-11-24', '2024-11-24', '2023-11-24'])
    expect(sameDayOf('2028-02-29', 12)).toEqual(['2024-02-29', '2020-02-29', '2016-02-29'])
  })
})

it('grouping keeps the order of groups and entries', () => {
  expect(grouped(['2024-02', '2024-01', '2023-12'], (month) => month.slice(0, 4))).toEqual([
    ['2024', ['2024-02', '2024-01']],
    ['2023', ['2023-12']],
  ])
})
