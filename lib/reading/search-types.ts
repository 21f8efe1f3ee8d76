import type { Language } from '../languages.ts'
import type { Marked } from '../search/highlight.ts'
import type { SearchParameters } from '../search/query/parameters.ts'
import type { NamedLink, StoryCard } from './types.ts'

/** A story that was found, with no more than a list of results shows of it. */
export type SearchResult = {
  language: Language
  href: string
  kicker: string
  headline: Marked
  /** Where the story says what was searched; its standfirst where it is found by a name alone. */
  passage: Marked
  /** ISO 8601, UTC. */
  publishedAt: string
  section: string
}

/** A further search that is proposed, and how many stories it finds. */
export type Proposal = { text: string; href: string; count: number }
/** A value that a filter may have; `count` of the stories found, where it is known. */
export type Choice = { value: string; name: string; count: number | null }

export type SearchPage = {
  /** As it was read: what the field shows. */
  parameters: SearchParameters
  results: readonly SearchResult[]
  count: number
  /** There are more than `count`. */
  more: boolean
  /** Something of the search was cut off. */
  cut: boolean
  /** The search took too long: there may be more. */
  broken: boolean
  /** What was typed stands nowhere as a whole: its words are what was found. */
  apart: boolean
  /** Address of the next page. */
  next: string | null
  sections: readonly Choice[]
  series: readonly Choice[]
  years: readonly Choice[]
  /** Who is searched for, when the search is narrowed to a person. */
  author: NamedLink | null
  /** Where nothing is found. */
  spellings: readonly Proposal[]
  fewer: readonly Proposal[]
  elsewhere: readonly (Proposal & { language: Language })[]
  latest: readonly StoryCard[]
}
