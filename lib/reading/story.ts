import type { Language } from '../languages.ts'
import { documentKey, keysOf } from '../purge-keys.ts'
import { countText } from '../reading-time.ts'
import { plainText } from '../story/lexical.ts'
import { pathOf } from '../urls.ts'
import { keysOfCards } from './cards.ts'
import { detailOf, detailsFrom, type StoryDetail } from './details.ts'
import { readNear } from './near.ts'
import { keysOfRecordings, readRecordings, recordingsIn } from './recordings.ts'
import { statement } from './statements/statement.ts'
import { readText } from './texts.ts'
import type { Byline, Correction, NamedLink, Read, StoryPage } from './types.ts'

const atPath = statement(
  'story at a path',
  detailsFrom('(select id from articles where path = $2::text) l', 'limit 1'),
)

function bylinesOf({ bylines, card: { language } }: StoryDetail): Byline[] {
  return bylines.flatMap(({ slug, name, role }) =>
    name ? [{ href: pathOf({ kind: 'author', language, slug }), name, role }] : [],
  )
}

function topicsOf({ topics, card: { language } }: StoryDetail): NamedLink[] {
  return topics.flatMap(({ slug, name }) =>
    name ? [{ href: pathOf({ kind: 'topic', language, slug }), name }] : [],
  )
}

/** A translator is named; where none is, in no edition, the desk wrote the older document first. */
function isTranslation({ card, bylines, editions }: StoryDetail): boolean {
  if (bylines.some(({ role }) => role === 'translation')) return true
  return !editions.some(({ translated }) => translated) && editions.some(({ id }) => id < card.id)
}

const newestFirst = (corrections: readonly Correction[]): Correction[] =>
  corrections.toSorted((a, b) => b.at.localeCompare(a.at))

function wordsOf(body: unknown): number {
  const { han, words } = countText(plainText(body))
  return han + words
}

/** The story that is published at a path; null when there is none (see `addresses.ts` for what to say). */
export async function readStory(path: string, language: Language): Promise<Read<StoryPage> | null> {
  const [row] = await atPath(language, path)
  if (!row) return null
  const story = detailOf(row, language)
  const [text, { related, next }, recordings] = await Promise.all([
    readText(story.body, language, path),
    readNear(story),
    readRecordings(recordingsIn(story), language),
  ])
  const { card, editions } = story
  const { series } = card
  const page: StoryPage = {
    ...card,
    film: recordings.get(story.film ?? -1) ?? null,
    audio: recordings.get(story.audio ?? -1) ?? null,
    genre: story.genre,
    dateline: story.dateline,
    bylines: bylinesOf(story),
    updatedAt: story.revisedAt,
    words: wordsOf(story.body),
    isTranslation: isTranslation(story),
    corrections: newestFirst(story.corrections),
    body: text.body,
    topics: topicsOf(story),
    seriesPlace: series && { series, next },
    related,
    counterparts: editions.map((edition) => ({
      language: edition.language,
      href: edition.path,
      headline: edition.headline,
    })),
    social: {
      title: story.socialTitle ?? card.headline,
      description: story.socialDescription ?? card.standfirst,
    },
  }
  const keys = [
    ...keysOfCards([card, ...related, ...(next ? [next] : [])]),
    ...text.keys,
    ...keysOfRecordings([...recordings.values()]),
    ...story.topics.map(({ id }) => documentKey('topics', id)),
    ...story.bylines.map(({ id }) => documentKey('people', id)),
    // What comes next in the series, also where nothing does yet.
    ...(series ? keysOf(series.href) : []),
  ]
  return { page, keys }
}
