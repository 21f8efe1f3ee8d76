import { formatDate } from '../dates.ts'
import type { Language } from '../languages.ts'
import type { Picture } from '../pictures.ts'
import type { ArchivedList } from '../reading/archive/types.ts'
import type { FrontPage, ListPage, Site, StoryCard, StoryPage, TextPage } from '../reading/types.ts'
import type { DrawingSpec, DrawnPicture } from './spec.ts'

/** Where a page stands. */
export type DrawnPlace = {
  language: Language
  path: string
  site: Site
  /** Origin that readers see, for the code on a poster. */
  siteUrl: string
  words: DrawingWords
}

/** The interface's words that are drawn, in the language of the page. */
export type DrawingWords = {
  live: string
  series: string
  topic: string
  author: string
  archive: string
  latest: string
  latestDescription: string
  message: { title: string; standfirst: string }
  feeds: { title: string; standfirst: string }
  onThisDay: { title: string; standfirst: string }
  mostRead: { title: string; standfirst: string }
}

const drawn = (picture: Picture | null | undefined): DrawnPicture | null =>
  picture ? { stem: picture.stem, width: picture.width, height: picture.height } : null

const firstPicture = (stories: readonly { picture: Picture | null }[]): DrawnPicture | null =>
  drawn(stories.find(({ picture }) => picture !== null)?.picture)

const base = ({ language, path, site }: DrawnPlace) => ({
  language,
  path,
  site: site.name,
  kicker: null,
  text: null,
  accent: 'ink' as const,
  picture: null,
  poster: null,
})

/** What is live says so first. */
function kickerOf(story: StoryPage, words: DrawingWords): string {
  const kicker = story.kicker ?? story.series?.name ?? story.section.name
  return story.isGoingOn ? `${words.live} · ${kicker}` : kicker
}

/** A story: its picture, kicker and headline, as it wants to be shared. */
export const storyDrawing = (story: StoryPage, place: DrawnPlace): DrawingSpec => ({
  ...base(place),
  form: 'story',
  kicker: kickerOf(story, place.words),
  title: story.social.title,
  accent: story.accent,
  picture: drawn(story.picture),
  poster: {
    standfirst: story.social.description,
    date: formatDate(story.language, story.publishedAt),
    address: new URL(place.path, place.siteUrl).href,
  },
})

/** The front page: the portal's name over the picture that leads it. */
export const frontDrawing = (page: FrontPage, place: DrawnPlace): DrawingSpec => ({
  ...base(place),
  form: 'front',
  title: place.site.name,
  text: place.site.tagline || place.site.slogan || null,
  picture: firstPicture([...(page.lead ? [page.lead] : []), ...page.seconds]),
})

/** Section, series, topic, author or latest: its name, with the picture of its newest story. */
export function listDrawing(page: ListPage, place: DrawnPlace): DrawingSpec {
  const { words } = place
  const kickers = {
    section: null,
    latest: null,
    series: words.series,
    topic: words.topic,
    author: page.position ?? words.author,
  }
  const isPerson = page.kind === 'author' && page.portrait !== null
  return {
    ...base(place),
    form: isPerson ? 'person' : 'list',
    kicker: kickers[page.kind],
    title: page.kind === 'latest' ? words.latest : page.name,
    text: page.kind === 'latest' ? words.latestDescription : page.description,
    accent: page.accent,
    picture: isPerson ? drawn(page.portrait) : firstPicture(page.stories),
  }
}

/** A place of the archive: the list's name over the month, the day or the word itself. */
export const archiveDrawing = (
  list: Pick<ArchivedList, 'name' | 'accent'>,
  when: string | null,
  stories: readonly StoryCard[],
  place: DrawnPlace,
): DrawingSpec => ({
  ...base(place),
  form: 'list',
  kicker: when === null ? list.name : (list.name ?? place.words.archive),
  title: when ?? place.words.archive,
  accent: list.accent,
  picture: firstPicture(stories),
})

/** A page of text: one that the newsroom wrote, or one that the interface names. */
export const textDrawing = (
  page: Pick<TextPage, 'title' | 'standfirst'>,
  place: DrawnPlace,
): DrawingSpec => ({
  ...base(place),
  form: 'text',
  title: page.title,
  text: page.standfirst,
})

/** The form for messages. */
export const messageDrawing = (place: DrawnPlace): DrawingSpec =>
  textDrawing(place.words.message, place)

/** The list of feeds. */
export const feedsDrawing = (place: DrawnPlace): DrawingSpec =>
  textDrawing(place.words.feeds, place)

/** Whatever day it is. */
export const onThisDayDrawing = (place: DrawnPlace): DrawingSpec =>
  textDrawing(place.words.onThisDay, place)

/** Whatever is read. */
export const mostReadDrawing = (place: DrawnPlace): DrawingSpec =>
  textDrawing(place.words.mostRead, place)
