import { generateJsonFeed } from 'feedsmith'
import { factsOf } from '../languages.ts'
import { storyHtml } from './content.ts'
import { type Feed, type FeedStory, pictureFile, recordedFiles, storyTag } from './feed.ts'

/** JSON Feed 1.1 (jsonfeed.org/version/1.1) of the same stories, with the same names, as the RSS feed. */
export function jsonFeed(feed: Feed): string {
  const absolute = (to: string) => new URL(to, feed.siteUrl).href
  const generated = generateJsonFeed({
    title: feed.title,
    home_page_url: absolute(feed.path),
    feed_url: absolute(feed.self),
    description: feed.description,
    icon: absolute('/icon-512.png'),
    favicon: absolute('/favicon.ico'),
    language: factsOf(feed.language).tag,
    ...(feed.hub && { hubs: [{ type: 'WebSub', url: feed.hub }] }),
    items: feed.stories.map((story) => itemOf(story, feed, absolute)),
  })
  // The generator leaves out what is empty; the list must be there all the same.
  return JSON.stringify(Object.assign({ items: [] }, generated))
}

function itemOf(story: FeedStory, feed: Feed, absolute: (path: string) => string) {
  const { picture } = story
  return {
    id: storyTag(story.id),
    url: absolute(story.href),
    title: story.headline,
    summary: story.standfirst,
    content_html: storyHtml(story, feed),
    ...(picture && { image: absolute(pictureFile(picture.picture).path) }),
    attachments: recordedFiles(story).map(({ recording, file }) => ({
      url: absolute(file.path),
      mime_type: file.type,
      title: recording.title,
      size_in_bytes: file.bytes,
      ...(recording.seconds && { duration_in_seconds: Math.round(recording.seconds) }),
    })),
    date_published: new Date(story.publishedAt),
    ...(story.updatedAt && { date_modified: new Date(story.updatedAt) }),
    tags: [story.section, ...story.topics],
    authors: story.authors.map(({ name, href }) => ({ name, url: absolute(href) })),
    language: factsOf(feed.language).tag,
  }
}
