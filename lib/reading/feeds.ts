import { stat } from 'node:fs/promises'
import path from 'node:path'
import { renditionsDir } from '../../newsroom/environment.ts'
import { formatDateTime } from '../dates.ts'
import { type FeedPicture, type FeedStory, pictureFile } from '../feeds/feed.ts'
import type { Language } from '../languages.ts'
import type { Picture } from '../pictures.ts'
import { documentKey, liveKey } from '../purge-keys.ts'
import { readBody } from '../story/body.ts'
import { collectionOfKind, type ListAddress, pathOf } from '../urls.ts'
import { detailOf, detailsFrom, type StoryDetail } from './details.ts'
import { readNewestEntries, type StoredEntry } from './live.ts'
import { newsroom } from './newsroom.ts'
import { keysOfRecordings, readRecordings, recordingsIn } from './recordings.ts'
import { forEachList, newestOf } from './statements/places.ts'
import { readTermBySlug } from './taxonomies.ts'
import { readReferences } from './texts.ts'
import type { BodyPart, Read } from './types.ts'

/** A day or two of a busy newsroom, with all its text. */
const feedLength = 30

export type FeedList = {
  /** Null for the latest stories of all. */
  name: string | null
  description: string | null
  stories: readonly FeedStory[]
}

const newest = forEachList('feed', (place) =>
  detailsFrom(`(${newestOf(place, '$2', feedLength)}) l`, 'order by l.at desc, l.id desc'),
)

/** The newest stories of a list with their whole text; null when there is no such list. */
export async function readFeed(of: ListAddress): Promise<Read<FeedList> | null> {
  const { kind, language } = of
  const term =
    kind === 'latest' ? null : await readTermBySlug(collectionOfKind[kind], of.slug, language)
  if (kind !== 'latest' && !term) return null
  const rows = await newest[kind](language, term?.id ?? null)
  const details = rows.map((row) => detailOf(row, language))
  const { stories, keys } = await readFeedStories(details, language)
  const own = term && kind !== 'latest' ? [documentKey(collectionOfKind[kind], term.id)] : []
  const page = { name: term?.name ?? null, description: term?.description ?? null, stories }
  return { page, keys: [...own, ...keys] }
}

const writersOf = ({ bylines }: StoryDetail) => bylines.filter(({ role }) => role === 'text')

/** The stories with everything that their texts refer to, with one query for each kind of thing. */
async function readFeedStories(details: readonly StoryDetail[], language: Language) {
  const { logger } = await newsroom()
  const live = details.flatMap(({ card }) => (card.format === 'live' ? [card.id] : []))
  const entries = await readNewestEntries(live)
  const references = await readReferences(
    [...details, ...[...entries.values()].flat()].map(({ body }) => body),
    language,
  )
  const recordings = await readRecordings(details.flatMap(recordingsIn), language)
  const stories = await Promise.all(
    details.map(async (story): Promise<FeedStory> => {
      const partsOf = (text: unknown) =>
        readBody(text, references.documents, (type) =>
          logger.error(
            `feed, ${story.card.href}: the text holds "${type}", which no feed can show`,
          ),
        )
      const news = entries.get(story.card.id) ?? []
      const body = [
        ...partsOf(story.body),
        ...news.flatMap((entry) => [headingOf(entry, language), ...partsOf(entry.body)]),
      ]
      const authors = writersOf(story).flatMap(({ slug, name }) =>
        name ? [{ name, href: pathOf({ kind: 'author', language, slug }) }] : [],
      )
      const topics = story.topics.flatMap(({ name }) => name ?? [])
      const played = recordingsIn(story).flatMap((id) => recordings.get(id) ?? [])
      return { ...(await storyOf(story, news)), body, authors, topics, recordings: played }
    }),
  )
  const pictures = details.flatMap(({ card }) => card.picture ?? [])
  const keys = [
    // The stories themselves are named by the list: whatever touches one touches its lists.
    ...live.map(liveKey),
    ...references.keys,
    ...keysOfRecordings([...recordings.values()]),
    ...pictures.map(({ id }) => documentKey('media', id)),
    ...details.flatMap(writersOf).map(({ id }) => documentKey('people', id)),
    ...details.flatMap(({ topics }) => topics).map(({ id }) => documentKey('topics', id)),
    ...details.map(({ sectionId }) => documentKey('sections', sectionId)),
  ]
  return { stories, keys: [...new Set(keys)] }
}

/** An entry's time and headline, above its text. */
const headingOf = ({ at, headline }: StoredEntry, language: Language): BodyPart => ({
  kind: 'heading',
  level: 3,
  id: '',
  children: [
    {
      kind: 'text',
      text: `${formatDateTime(language, at, '')} ${headline}`,
      bold: false,
      italic: false,
    },
  ],
})

async function storyOf(
  { card, dateline, revisedAt, corrections }: StoryDetail,
  entries: readonly StoredEntry[],
) {
  const { id, href, headline, standfirst, publishedAt } = card
  const changes = [revisedAt, ...corrections.map(({ at }) => at), entries[0]?.at ?? null]
  return {
    id,
    href,
    headline,
    standfirst,
    publishedAt,
    dateline,
    section: card.section.name,
    picture: card.picture && (await measured(card.picture)),
    updatedAt: changes.filter(isLaterThan(publishedAt)).sort().at(-1) ?? null,
    corrections: corrections.map(({ text }) => text),
  }
}

/** A change before the story came out says nothing to who has never seen it; one to come is none yet. */
const isLaterThan =
  (publishedAt: string) =>
  (time: string | null): time is string =>
    typeof time === 'string' && time > publishedAt && time <= new Date().toISOString()

/** Renditions lie where the edge serves them from; elsewhere, their size stays unknown. */
async function measured(picture: Picture): Promise<FeedPicture> {
  const file = path.join(renditionsDir, pictureFile(picture).path.replace(/^\/media\//, ''))
  const bytes = await stat(file).then(
    ({ size }) => size,
    () => null,
  )
  return { picture, bytes }
}
