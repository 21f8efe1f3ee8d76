import { factsOf, isChinese, type Language } from './languages.ts'
import { newsroomZone } from './urls.ts'

/**
 * Dates as each edition prints them, always on the newsroom's clock: a page is kept and handed to
 * readers in every zone, so the machine's own zone or the reader's must not show.
 */
const formatters = new Map<string, Intl.DateTimeFormat>()

function format(language: Language, iso: string, options: Intl.DateTimeFormatOptions): string {
  const key = `${language} ${JSON.stringify(options)}`
  let formatter = formatters.get(key)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(factsOf(language).locale, {
      timeZone: newsroomZone,
      ...options,
    })
    formatters.set(key, formatter)
  }
  return formatter.format(moment(iso))
}

function moment(iso: string): Date {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) throw new Error(`Not a time: ${iso}`)
  return date
}

/**
 * `10 November 2023`, `2023年11月10日`.
 * @param iso a moment (ISO 8601); a date alone counts as its midnight in UTC, the same day in Chongqing.
 * @throws {Error} when it is no time, as do all functions here.
 */
export const formatDate = (language: Language, iso: string): string =>
  format(language, iso, { dateStyle: 'long' })

/**
 * `10 November 2023 at 16:20 China Standard Time`, `2023年11月10日 16:20 中国标准时间`.
 * @param zone how the page names the zone (`北京时间`); left out, Intl's own name; '' for none.
 */
export function formatDateTime(language: Language, iso: string, zone?: string): string {
  const time = format(language, iso, { dateStyle: 'long', timeStyle: 'short' })
  return `${time} ${zone ?? zoneName(language, iso)}`.trim()
}

/** The hour alone: `16:20`, in both languages. */
export const formatTime = (language: Language, iso: string): string =>
  format(language, iso, { timeStyle: 'short' })

function zoneName(language: Language, iso: string): string {
  const { locale } = factsOf(language)
  const parts = new Intl.DateTimeFormat(locale, { timeZone: newsroomZone, timeZoneName: 'long' })
  return parts.formatToParts(moment(iso)).find((part) => part.type === 'timeZoneName')?.value ?? ''
}

/** `November 2023`, `2023年11月`, from `2023-11`. */
export const formatMonth = (language: Language, month: string): string =>
  format(language, `${month}-01T00:00:00Z`, { year: 'numeric', month: 'long' })

/** `10 November`, `11月10日`, from `2023-11-10`; without its year, which stands beside it. */
export const formatDayOfMonth = (language: Language, day: string): string =>
  format(language, `${day}T00:00:00Z`, { month: 'long', day: 'numeric' })

/** `Friday 10 November`, `11月10日星期五`. */
export const formatWeekdayOfMonth = (language: Language, day: string): string =>
  format(language, `${day}T00:00:00Z`, { weekday: 'long', month: 'long', day: 'numeric' })

/** A month below its year: `November`, `11月`. */
export const formatMonthOfYear = (language: Language, month: string): string =>
  format(language, `${month}-01T00:00:00Z`, { month: isChinese(language) ? 'numeric' : 'long' })

/** `2023`, `2023年`. */
export const formatYear = (language: Language, year: string): string =>
  format(language, `${year}-01-01T00:00:00Z`, { year: 'numeric' })

/** Days of the week from Monday, as a calendar is headed: `Mon`, `一`; and in full. */
export function namesOfWeekdays(language: Language): { short: string; long: string }[] {
  const monday = Date.UTC(2024, 0, 1)
  return Array.from({ length: 7 }, (_, index) => {
    const day = new Date(monday + index * 86_400_000).toISOString()
    const short = format(language, day, { weekday: isChinese(language) ? 'narrow' : 'short' })
    return { short, long: format(language, day, { weekday: 'long' }) }
  })
}

const zoneOffset = { text: '+08:00', ms: 8 * 60 * 60 * 1000 }

/** The same moment with the newsroom's offset, to the second: `2023-11-10T16:20:00+08:00` (RFC 3339). */
export const isoInNewsroomZone = (iso: string): string =>
  new Date(moment(iso).getTime() + zoneOffset.ms).toISOString().slice(0, 19) + zoneOffset.text

/** The month of a moment (any ISO 8601 time) in Chongqing: `2023-11`. */
export const monthOf = (iso: string): string => isoInNewsroomZone(iso).slice(0, 7)

/** The day of a moment in Chongqing: `2023-11-10`. */
export const dayOf = (iso: string): string => isoInNewsroomZone(iso).slice(0, 10)

/** First moment of a day (`2023-11-10`) in Chongqing, and of the day after it; ISO 8601, UTC. */
export function boundsOfDay(day: string): [string, string] {
  const start = moment(`${day}T00:00:00${zoneOffset.text}`).getTime()
  return [new Date(start).toISOString(), new Date(start + 24 * 60 * 60 * 1000).toISOString()]
}

/** First moment of a month (`2023-11`) in Chongqing, and of the month after it; ISO 8601, UTC. */
export function boundsOfMonth(month: string): [string, string] {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const start = (index: number) => new Date(Date.UTC(year, index) - zoneOffset.ms).toISOString()
  return [start(number - 1), start(number)]
}
