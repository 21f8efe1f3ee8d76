import type { Thing } from 'schema-dts'
import type { LiveCoverage } from '../../live/live.ts'
import type { ListPage, NamedLink, StoryCard, StoryPage } from '../../reading/types.ts'
import { pathOf, type StaticPage } from '../../urls.ts'
import { articleOf } from './article.ts'
import { liveBlogOf, postingOf } from './live.ts'
import { breadcrumbsOf, collectionOf, profileOf, textPageOf } from './pages.ts'
import { organizationOf, type Publication, searchedWebsiteOf, websiteOf } from './publication.ts'

/** What every page says: who publishes it, and what it is a part of. */
const frame = (publication: Publication): Thing[] => [
  organizationOf(publication),
  websiteOf(publication),
]

const frontOf = ({ site, language }: Publication): NamedLink => ({
  name: site.name,
  href: pathOf({ kind: 'front', language }),
})

/** @param live of a live story, whose entries it names */
export function storyGraph(
  story: StoryPage,
  publication: Publication,
  live: LiveCoverage | null = null,
): Thing[] {
  const way = [frontOf(publication), story.section, { name: story.headline, href: story.href }]
  const article = live ? liveBlogOf(story, live, publication) : articleOf(story, publication)
  return [...frame(publication), article, breadcrumbsOf(way, publication)]
}

/** The page of an entry, which begins with it. */
export function entryGraph(
  story: StoryPage,
  { entries }: LiveCoverage,
  publication: Publication,
): Thing[] {
  const [entry] = entries
  const way = [frontOf(publication), story.section, { name: story.headline, href: story.href }]
  return [
    ...frame(publication),
    ...(entry ? [postingOf(entry, story, publication)] : []),
    breadcrumbsOf(way, publication),
  ]
}

type About = { path: string; name: string; description: string | null }

/** A list, one step below the front page. */
export function listGraph(about: About, list: ListPage, publication: Publication): Thing[] {
  const way = [frontOf(publication), { name: about.name, href: about.path }]
  return [
    ...frame(publication),
    list.kind === 'author'
      ? profileOf(about.path, list, publication)
      : collectionOf(about, list.stories, publication),
    breadcrumbsOf(way, publication),
  ]
}

/** A place of the archive: what it lists, stories or months, and the way to it. */
export const archiveGraph = (
  about: About,
  listed: readonly { href: string; headline: string }[],
  publication: Publication,
  within: readonly NamedLink[],
): Thing[] => [
  ...frame(publication),
  collectionOf(about, listed, publication),
  breadcrumbsOf(
    [frontOf(publication), ...within, { name: about.name, href: about.path }],
    publication,
  ),
]

/** The front page with its stories, in the order in which they stand there. */
export function frontGraph(stories: readonly StoryCard[], publication: Publication): Thing[] {
  const { site, language } = publication
  const about = {
    path: pathOf({ kind: 'front', language }),
    name: site.name,
    description: site.tagline || site.slogan || null,
  }
  return [
    organizationOf(publication),
    searchedWebsiteOf(publication),
    collectionOf(about, stories, publication),
  ]
}

export function textGraph(
  slug: StaticPage | 'message' | 'feeds',
  about: About,
  publication: Publication,
): Thing[] {
  const way = [frontOf(publication), { name: about.name, href: about.path }]
  return [
    ...frame(publication),
    textPageOf(slug, about, publication),
    breadcrumbsOf(way, publication),
  ]
}
