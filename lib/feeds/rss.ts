import { generateRssFeed } from 'feedsmith'
import { factsOf } from '../languages.ts'
import { storyHtml } from './content.ts'
import {
  type Feed,
  type FeedPicture,
  type FeedStory,
  lastChange,
  pictureFile,
  recordedFiles,
  storyTag,
} from './feed.ts'
import { xmlText } from './safe-text.ts'

/** Minutes after which programs may ask again. */
const timeToLive = 5

/** As it is shown, px: RSS 2.0 allows no more. */
const widestImage = 144

/**
 * RSS 2.0 with the whole text of each story (`content:encoded`), its picture (Media RSS), who wrote it
 * (Dublin Core), when it was changed (Atom), and the hub that pushes changes (WebSub).
 */
export function rssFeed(feed: Feed): string {
  const { siteUrl, path, self, hub, stories } = feed
  const absolute = (to: string) => new URL(to, siteUrl).href
  const changed = lastChange(stories)
  return generateRssFeed({
    title: xmlText(feed.title),
    link: absolute(path),
    description: xmlText(feed.description),
    language: factsOf(feed.language).locale.toLowerCase(),
    ...(changed && { lastBuildDate: new Date(changed) }),
    ttl: timeToLive,
    image: {
      url: absolute('/icon-192.png'),
      title: xmlText(feed.title),
      link: absolute(path),
      width: widestImage,
      height: widestImage,
    },
    atom: {
      links: [
        { href: absolute(self), rel: 'self', type: 'application/rss+xml' },
        ...(hub ? [{ href: hub, rel: 'hub' }] : []),
      ],
    },
    items: stories.map((story) => itemOf(story, feed, absolute)),
  })
}

function itemOf(story: FeedStory, feed: Feed, absolute: (path: string) => string) {
  const { picture } = story
  const recorded = recordedFiles(story)
  const contents = [
    ...(picture ? [mediaOf(picture, absolute)] : []),
    ...recorded.map((entry) => recordedMedia(entry, absolute)),
  ]
  // RSS 2.0 knows one enclosure: what can be played goes before what can be seen.
  const enclosures = [
    ...recorded.map(({ file }) => ({
      url: absolute(file.path),
      length: file.bytes,
      type: file.type,
    })),
    ...(picture?.bytes ? [enclosureOf(picture, picture.bytes, absolute)] : []),
  ]
  return {
    title: xmlText(story.headline),
    link: absolute(story.href),
    description: xmlText(story.standfirst),
    guid: { value: storyTag(story.id), isPermaLink: false },
    pubDate: new Date(story.publishedAt),
    categories: [story.section, ...story.topics].map((name) => ({ name: xmlText(name) })),
    dc: { creators: story.authors.map(({ name }) => xmlText(name)) },
    ...(story.updatedAt && { atom: { updated: new Date(story.updatedAt) } }),
    content: { encoded: storyHtml(story, feed) },
    ...(contents.length > 0 && { media: { contents } }),
    ...(enclosures.length > 0 && { enclosures: enclosures.slice(0, 1) }),
  }
}

function mediaOf({ picture, bytes }: FeedPicture, absolute: (path: string) => string) {
  const { path, width, height } = pictureFile(picture)
  const { alt, caption, credit } = picture
  const description = xmlText(caption ?? alt)
  return {
    url: absolute(path),
    type: 'image/jpeg',
    medium: 'image',
    width,
    height,
    ...(bytes && { fileSize: bytes }),
    ...(description && { description: { value: description, type: 'plain' } }),
    ...(credit && { credits: [{ value: xmlText(credit) }] }),
  }
}

function recordedMedia(
  { recording, file }: ReturnType<typeof recordedFiles>[number],
  absolute: (path: string) => string,
) {
  return {
    url: absolute(file.path),
    type: file.type,
    medium: recording.kind,
    fileSize: file.bytes,
    ...(recording.seconds && { duration: Math.round(recording.seconds) }),
    ...file.size,
    title: { value: xmlText(recording.title), type: 'plain' },
  }
}

const enclosureOf = (
  { picture }: FeedPicture,
  length: number,
  absolute: (path: string) => string,
) => ({ url: absolute(pictureFile(picture).path), length, type: 'image/jpeg' })
