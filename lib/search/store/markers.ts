import { monthOf } from '../../dates.ts'
import type { Language } from '../../languages.ts'

/**
 * Terms that no text can hold, since they begin with a slash. With them in its vector a story is found
 * by language, list and time from the same index as by its words, in one step.
 */
export const languageMarker = (language: Language): string => `/${language}`
export const sectionMarker = (id: number): string => `/section/${id}`
export const seriesMarker = (id: number): string => `/series/${id}`
export const topicMarker = (id: number): string => `/topic/${id}`
export const pictureMarker = (id: number): string => `/picture/${id}`
export const personMarker = (id: number): string => `/person/${id}`

/**
 * Language, and year and month of publication by Chongqing's clock, in one: `/en/2023`, `/en/2023-11`. A search
 * reads the stories of these months, and not half of all there are besides.
 */
export const timeMarkers = (language: Language, publishedAt: string): string[] => {
  const month = monthOf(publishedAt)
  return [month.slice(0, 4), month].map((time) => `${languageMarker(language)}/${time}`)
}

/** A month as a number, so that months can be counted. */
export const monthNumber = (publishedAt: string): number => {
  const [year = 0, month = 1] = monthOf(publishedAt).split('-').map(Number)
  return year * 12 + month - 1
}

/** `2023-11`, of a month's number. */
export const monthName = (month: number): string => {
  const year = String(Math.floor(month / 12)).padStart(4, '0')
  return `${year}-${String((month % 12) + 1).padStart(2, '0')}`
}

/**
 * The fewest markers that stand for every month from the first to the last, both included, in any of these languages:
 * whole years where there are any. None when the last is before the first.
 */
export function markersOfMonths(
  languages: readonly Language[],
  first: number,
  last: number,
): string[] {
  const times: string[] = []
  for (let month = first; month <= last; ) {
    const isWholeYear = month % 12 === 0 && month + 11 <= last
    times.push(isWholeYear ? monthName(month).slice(0, 4) : monthName(month))
    month += isWholeYear ? 12 : 1
  }
  return languages.flatMap((language) => times.map((time) => `${languageMarker(language)}/${time}`))
}
