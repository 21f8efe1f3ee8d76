import type { Language } from '../languages.ts'

/**
 * A story as it is searched. Its texts are plain; what is in `headline` counts most, what is in `body`
 * least. Names of topics and people are not among them: they are looked up when somebody searches, so
 * that a changed name changes no story.
 */
export type SearchDocument = {
  id: number
  language: Language
  /** ISO 8601; from then on it is found. */
  publishedAt: string
  section: number | null
  series: number | null
  topics: readonly number[]
  people: readonly number[]
  /** Whose captions are among `captions`, so that it is found when one of them changes. */
  pictures: readonly number[]
  headline: string
  standfirst: string
  captions: readonly string[]
  /** Paragraphs, headings and what else the body holds, in reading order. */
  body: readonly string[]
}

/** A section, series, topic or person as it is searched and suggested, in one language. */
export type SearchName = {
  kind: 'sections' | 'series' | 'topics' | 'people'
  id: number
  language: Language
  name: string
  slug: string
}
