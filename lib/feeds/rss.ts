import { generateRssFeed } from 'feedsmith'
import { factsOf, type Language } from '../languages.ts'
import type { ListPage } from '../reading/types.ts'

type Feed = {
  siteUrl: string
  language: Language
  title: string
  description: string
  list: ListPage
  /** Of the page that lists the same stories. */
  path: string
}

/**
 * RSS 2.0 of a list's stories. An entry keeps its guid for ever: it names the document, not its address.
 */
export function rssFeed({ siteUrl, language, title, description, list, path }: Feed): string {
  const absolute = (to: string) => new URL(to, siteUrl).href
  const { host } = new URL(siteUrl)
  return generateRssFeed({
    title,
    link: absolute(path),
    description,
    language: factsOf(language).locale.toLowerCase(),
    ...(list.stories[0] && { lastBuildDate: new Date(list.stories[0].publishedAt) }),
    ttl: 5,
    atom: {
      links: [{ href: absolute(list.feed), rel: 'self', type: 'application/rss+xml' }],
    },
    items: list.stories.map((story) => ({
      title: story.headline,
      link: absolute(story.href),
      description: story.standfirst,
      guid: { value: `tag:${host},2026:articles/${story.id}`, isPermaLink: false },
      pubDate: new Date(story.publishedAt),
      categories: [{ name: story.section.name }],
    })),
  })
}
