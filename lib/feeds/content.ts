import { factsOf } from '../languages.ts'
import type { BodyPart } from '../reading/types.ts'
import type { Feed, FeedStory } from './feed.ts'
import { bodyHtml, pictureHtml } from './html.ts'
import { escaped } from './safe-text.ts'

/**
 * The whole story as HTML for a feed: lead picture, text with its dateline, corrections, in an element
 * that names the language, since programs show stories of many languages side by side.
 */
export function storyHtml(story: FeedStory, feed: Pick<Feed, 'siteUrl' | 'language' | 'words'>) {
  const { words } = feed
  const parts = [
    story.picture && pictureHtml(story.picture.picture, feed),
    bodyHtml(withDateline(story, words.dateline), feed),
    ...story.corrections.map(
      (text) => `<p><strong>${escaped(words.correction)}</strong> ${escaped(text)}</p>`,
    ),
  ]
  return `<div lang="${factsOf(feed.language).tag}">${parts.filter(Boolean).join('\n')}</div>`
}

function withDateline(
  { dateline, body }: FeedStory,
  words: (place: string) => string,
): readonly BodyPart[] {
  const [first, ...others] = body
  if (!dateline || first?.kind !== 'paragraph') return body
  const place = { kind: 'text', text: words(dateline), bold: false, italic: false } as const
  return [{ ...first, children: [place, ...first.children] }, ...others]
}
