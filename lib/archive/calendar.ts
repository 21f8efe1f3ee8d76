/**
 * Months (`2023-11`) and days (`2023-11-10`) of the calendar, whatever the zone, from the year 1000 on:
 * JavaScript takes the years before 100 for others, and PostgreSQL has no year 0.
 */

export const isMonth = (value: string): boolean => /^[1-9]\d{3}-(?:0[1-9]|1[0-2])$/.test(value)

export function isDay(value: string): boolean {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(value)) return false
  const date = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
}

/** Whole months since the year 0. */
const numberOf = (month: string): number =>
  Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1

const monthOfNumber = (number: number): string =>
  `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`

/** The months from one to another, both among them; empty when the second is the earlier. */
export function monthsBetween(first: string, last: string): string[] {
  const from = numberOf(first)
  const count = Math.max(0, numberOf(last) - from + 1)
  return Array.from({ length: count }, (_, index) => monthOfNumber(from + index))
}

/** Its days, `2024-02-01` to `2024-02-29`. */
export function daysOfMonth(month: string): string[] {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const count = new Date(Date.UTC(year, number, 0)).getUTCDate()
  return Array.from(
    { length: count },
    (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`,
  )
}

/** Day of the week of a day, Monday 0 to Sunday 6: weeks begin on Monday here and in China (GB/T 7408). */
export const weekdayOf = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7

/** A month as weeks of seven places from Monday; null where a day belongs to another month. */
export function weeksOf(month: string): (string | null)[][] {
  const days = daysOfMonth(month)
  const [first = ''] = days
  const places = [...Array<null>(weekdayOf(first)).fill(null), ...days]
  const weeks = Math.ceil(places.length / 7)
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => places[week * 7 + day] ?? null),
  )
}

/** Entries that follow each other, under what they share: `['2023', [november, august]]`. */
export function grouped<T>(entries: readonly T[], keyOf: (entry: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>()
  for (const entry of entries) {
    const group = groups.get(keyOf(entry))
    if (group) group.push(entry)
    else groups.set(keyOf(entry), [entry])
  }
  return [...groups]
}

export const yearOf = (monthOrDay: string): string => monthOrDay.slice(0, 4)

/** The same day in so many years before, the latest first; 29 February in leap years only. */
export function sameDayOf(day: string, years: number): string[] {
  const year = Number(yearOf(day))
  return Array.from({ length: years }, (_, index) => `${year - index - 1}${day.slice(4)}`).filter(
    isDay,
  )
}
