import type { ListAddress } from '../../urls.ts'
import type { Accent, StoryCard } from '../types.ts'

/** The list whose archive it is. */
export type ArchivedList = {
  of: ListAddress
  /** Null for the whole portal. */
  name: string | null
  description: string | null
  accent: Accent
}

/** A month (`2023-11`) or day (`2023-11-10`) that holds stories. */
export type MonthLink = { month: string; href: string }
export type DayLink = { day: string; href: string }

export type ArchivePage = {
  list: ArchivedList
  /** Newest first. */
  months: readonly MonthLink[]
}

export type MonthPage = {
  list: ArchivedList
  month: string
  /** Days that hold stories, oldest first; `href` leads to where they stand. */
  days: readonly (DayLink & { count: number })[]
  /** Newest first: all of the month, or its newest where it holds more than its page shows. */
  stories: readonly StoryCard[]
  isWhole: boolean
  /** The nearest months that hold stories. */
  previous: MonthLink | null
  next: MonthLink | null
}

export type DayPage = {
  list: ArchivedList
  day: string
  /** Newest first. */
  stories: readonly StoryCard[]
  /** The nearest days that hold stories. */
  previous: DayLink | null
  next: DayLink | null
  /** Where the day goes on, when it holds more than a page. */
  further: string | null
}
