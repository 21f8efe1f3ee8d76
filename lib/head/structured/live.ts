import type { BlogPosting, LiveBlogPosting, NewsArticle } from 'schema-dts'
import { changedAt, type LiveCoverage, type LiveEntry, publishedOf } from '../../live/live.ts'
import type { StoryPage } from '../../reading/types.ts'
import { articleOf } from './article.ts'
import { absoluteIn, type Publication, publisherOf } from './publication.ts'

/** An entry. */
export const postingOf = (
  entry: LiveEntry,
  story: Pick<StoryPage, 'publishedAt'>,
  publication: Publication,
): BlogPosting => ({
  '@type': 'BlogPosting',
  '@id': absoluteIn(publication)(entry.href),
  url: absoluteIn(publication)(entry.href),
  headline: entry.headline,
  datePublished: publishedOf(entry, story),
  articleBody: entry.text === '' ? entry.headline : entry.text,
  author: publisherOf(publication),
  publisher: publisherOf(publication),
})

/** A live story (schema.org LiveBlogPosting) with the entries that its page shows, newest first. */
export function liveBlogOf(
  story: StoryPage,
  live: LiveCoverage,
  publication: Publication,
): LiveBlogPosting {
  const { pinned, entries, startedAt, endedAt, state } = live
  const shown = [...(pinned ? [pinned] : []), ...entries].toSorted((a, b) =>
    b.at.localeCompare(a.at),
  )
  // A dateline is a news article's alone.
  const { dateline: _, ...article } = articleOf(story, publication) as NewsArticle & {
    dateline?: string
  }
  return {
    ...article,
    '@type': 'LiveBlogPosting',
    coverageStartTime: startedAt ?? story.publishedAt,
    ...(endedAt && state !== 'running' && { coverageEndTime: endedAt }),
    dateModified: changedAt(story, live) ?? story.publishedAt,
    liveBlogUpdate: shown.map((entry) => postingOf(entry, story, publication)),
  } as LiveBlogPosting
}
