import type { Language } from '../languages.ts'
import type { Picture } from '../pictures.ts'
import type { Recording } from '../recordings.ts'
import type { StaticPage } from '../urls.ts'
import type { MonthLink } from './archive/types.ts'

/** A name that leads somewhere. `href` is a path of this portal. */
export type NamedLink = { href: string; name: string }

export type Byline = NamedLink & { role: BylineRole }
export type BylineRole = 'text' | 'photo' | 'translation' | 'editing'

/** How a story is told and laid out; the newsroom's list of formats. */
export type Format = 'story' | 'photo-essay' | 'video' | 'live' | 'explainer' | 'interview'

/** A story as lists and strips show it. */
export type StoryCard = {
  id: number
  language: Language
  href: string
  headline: string
  kicker: string | null
  standfirst: string
  picture: Picture | null
  section: NamedLink
  /** Colour of the section. */
  accent: Accent
  series: NamedLink | null
  /** ISO 8601, UTC. */
  publishedAt: string
  /** Reading time, whole minutes, at least 1. */
  minutes: number
  format: Format
  /** Of a live story: whether more is to come. */
  isGoingOn: boolean
  /** Whether the body holds a gallery (a photo story). */
  hasGallery: boolean
  /** Languages that tell the same story, without its own. */
  alsoIn: readonly Language[]
}

/** Text with its marks. */
export type Inline =
  | { kind: 'text'; text: string; bold: boolean; italic: boolean }
  | { kind: 'link'; href: string; external: boolean; children: readonly Inline[] }
  | { kind: 'break' }

export type ListItem = { children: readonly Inline[]; list: BodyList | null }
export type BodyList = { kind: 'list'; ordered: boolean; items: readonly ListItem[] }

/** The body of a story or page: what the newsroom's editor holds, reduced to what a page shows. */
export type BodyPart =
  | { kind: 'paragraph'; children: readonly Inline[] }
  | { kind: 'heading'; level: 2 | 3; id: string; children: readonly Inline[] }
  | BodyList
  | { kind: 'quotation'; children: readonly Inline[] }
  | BlockPart

export type BlockPart =
  | { kind: 'picture'; picture: Picture; wide: boolean }
  | { kind: 'gallery'; title: string | null; pictures: readonly Picture[] }
  | { kind: 'pull-quote'; text: string; source: string | null }
  | { kind: 'question'; text: string; id: string }
  | { kind: 'fact-box'; title: string; body: readonly BodyPart[] }
  | { kind: 'related-story'; story: StoryCard }
  | { kind: 'video'; video: VideoLink; title: string; picture: Picture }

/** A video that stays where it is published until a reader asks for it. */
export type VideoLink = {
  host: 'youtube' | 'bilibili' | 'tencent'
  /** The page of the video, for readers without script. */
  watchUrl: string
  /** The player's address, loaded after a click only. */
  embedUrl: string
}

/** What kind of journalism a story is; the newsroom's list of genres. */
export type Genre = 'news' | 'report' | 'background' | 'analysis' | 'opinion'

export type Correction = {
  /** ISO 8601, UTC. */
  at: string
  text: string
}

export type StoryPage = StoryCard & {
  /** Stands at the head, in place of the lead picture. */
  film: Recording | null
  /** The story read aloud. */
  audio: Recording | null
  genre: Genre
  /** Latin words and Han characters of the body. */
  words: number
  /** Whether it was told first in another language. */
  isTranslation: boolean
  /** Newest first. */
  corrections: readonly Correction[]
  dateline: string | null
  bylines: readonly Byline[]
  /** ISO 8601, UTC; null when it was not changed since it was published. */
  updatedAt: string | null
  body: readonly BodyPart[]
  topics: readonly NamedLink[]
  seriesPlace: { series: NamedLink; next: StoryCard | null } | null
  related: readonly StoryCard[]
  /** The same story in the other languages. */
  counterparts: readonly { language: Language; href: string; headline: string }[]
  social: { title: string; description: string }
}

export type StripLayout = 'cards' | 'numbered' | 'gallery' | 'series'
export type Strip = {
  title: string
  href: string
  description: string | null
  layout: StripLayout
  accent: Accent
  stories: readonly StoryCard[]
}
/** Names of colours in `app/tokens.css`. */
export type Accent = 'jade' | 'vermilion' | 'ink' | 'dusk'

export type FrontPage = {
  lead: StoryCard | null
  seconds: readonly StoryCard[]
  strips: readonly Strip[]
  /** Of the last 24 hours, or where those have too few reads, of 7 days; empty where both have. */
  mostRead: readonly StoryCard[]
  /** Of today's day (`2026-11-24`) in earlier years. */
  onThisDay: { day: string; stories: readonly StoryCard[] }
}

/** Section, series, topic, author or latest: a name, what it is about, and its stories, newest first. */
export type ListPage = {
  kind: 'section' | 'series' | 'topic' | 'author' | 'latest'
  name: string
  description: string | null
  accent: Accent
  /** For authors. */
  position: string | null
  portrait: Picture | null
  stories: readonly StoryCard[]
  /** The last months that hold stories, newest first; sections only. */
  months: readonly MonthLink[]
  /** Path of all its months. */
  archive: string
  /** Paths of its feeds. */
  feed: string
  jsonFeed: string
}

export type TextPage = {
  slug: StaticPage
  title: string
  standfirst: string | null
  body: readonly BodyPart[]
  /** ISO 8601. */
  updatedAt: string
}

/** What masthead and footer show on every page. */
export type Site = {
  name: string
  tagline: string
  slogan: string
  icp: string | null
  newsLicence: string | null
  hotline: string | null
  inquiries: string | null
  social: readonly NamedLink[]
  /** ISO 8601 date. */
  policyRevision: string | null
  navigation: readonly NamedLink[]
  sections: readonly NamedLink[]
  /** Static pages that exist, for the footer. */
  pages: readonly (NamedLink & { slug: StaticPage })[]
}

/** Where the language switch leads: the counterpart, or the place nearest to it. */
export type SwitchTarget = {
  language: Language
  href: string
  /** False when the story has no such edition and the link leads to its section instead. */
  same: boolean
}

/** A page of the portal with the keys of every document it shows (`lib/purge-keys.ts`). */
export type Read<T> = { page: T; keys: readonly string[] }
