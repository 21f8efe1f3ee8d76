import { stat } from 'node:fs/promises'
import path from 'node:path'
import { renditionsDir } from '../../newsroom/environment.ts'
import type { Article } from '../../newsroom/payload-types.ts'
import { formatDateTime } from '../dates.ts'
import { type FeedPicture, type FeedStory, pictureFile } from '../feeds/feed.ts'
import type { Language } from '../languages.ts'
import type { Picture } from '../pictures.ts'
import { documentKey, liveKey } from '../purge-keys.ts'
import { readBody } from '../story/body.ts'
import { collectionOfKind, type ListAddress } from '../urls.ts'
import { cardFields, toCards } from './cards.ts'
import { storiesOf } from './lists.ts'
import { readNewestEntries, type StoredEntry } from './live.ts'
import { asReader, newsroom } from './newsroom.ts'
import { readReferences } from './story.ts'
import { readTermBySlug, readTerms, type Term } from './taxonomies.ts'
import type { BodyPart, Read, StoryCard } from './types.ts'

/** A day or two of a busy newsroom, with all its text. */
const feedLength = 30

export type FeedList = {
  /** Null for the latest stories of all. */
  name: string | null
  description: string | null
  stories: readonly FeedStory[]
}

/** The newest stories of a list with their whole text; null when there is no such list. */
export async function readFeed(of: ListAddress): Promise<Read<FeedList> | null> {
  const { language } = of
  const term =
    of.kind === 'latest' ? null : await readTermBySlug(collectionOfKind[of.kind], of.slug, language)
  if (of.kind !== 'latest' && !term) return null
  const payload = await newsroom()
  const { docs } = await payload.find({
    collection: 'articles',
    where: {
      and: [
        { language: { equals: language } },
        of.kind === 'latest' || !term ? {} : storiesOf(of.kind, term.id),
      ],
    },
    select: {
      ...cardFields,
      dateline: true,
      bylines: true,
      revisedAt: true,
      corrections: true,
      body: true,
      topics: true,
    },
    sort: '-publishedAt',
    limit: feedLength,
    ...asReader(language),
  })
  const { stories, keys } = await readFeedStories(docs as Article[], language)
  const own = term && of.kind !== 'latest' ? [documentKey(collectionOfKind[of.kind], term.id)] : []
  const page = { name: term?.name ?? null, description: term?.description ?? null, stories }
  return { page, keys: [...own, ...keys] }
}

const numbers = (values: readonly unknown[] | null | undefined): number[] =>
  (values ?? []).filter((value): value is number => typeof value === 'number')

const writersOf = ({ bylines }: Article): number[] =>
  numbers((bylines ?? []).flatMap(({ person, role }) => (role === 'text' ? [person] : [])))

/** Everything that the stories refer to, with one query for each kind of thing. */
async function readFeedStories(docs: readonly Article[], language: Language) {
  const payload = await newsroom()
  const live = docs.filter(({ format }) => format === 'live').map(({ id }) => id)
  const entries = await readNewestEntries(live)
  const [cards, references, people, topics] = await Promise.all([
    toCards(docs, language),
    readReferences(
      [...docs, ...[...entries.values()].flat()].map(({ body }) => body),
      language,
    ),
    readTerms('people', docs.flatMap(writersOf), language),
    readTerms('topics', numbers(docs.flatMap(({ topics }) => topics ?? [])), language),
  ])
  const stories = await Promise.all(
    docs.map(async (doc): Promise<FeedStory[]> => {
      const card = cards.find(({ id }) => id === doc.id)
      if (!card) return []
      const partsOf = (text: unknown) =>
        readBody(text, references.documents, (type) =>
          payload.logger.error(
            `feed, ${card.href}: the text holds "${type}", which no feed can show`,
          ),
        )
      const news = entries.get(doc.id) ?? []
      const body = [
        ...partsOf(doc.body),
        ...news.flatMap((entry) => [headingOf(entry, language), ...partsOf(entry.body)]),
      ]
      const told = termsOf(writersOf(doc), people).map(({ name, href }) => ({ name, href }))
      const names = termsOf(numbers(doc.topics), topics).map(({ name }) => name)
      return [{ ...(await storyOf(card, doc, news)), body, authors: told, topics: names }]
    }),
  )
  const pictures = cards.flatMap(({ picture }) => picture ?? [])
  const keys = [
    // The stories themselves are named by the list: whatever touches one touches its lists.
    ...live.map(liveKey),
    ...references.keys,
    ...pictures.map(({ id }) => documentKey('media', id)),
    ...[...people.keys()].map((id) => documentKey('people', id)),
    ...[...topics.keys()].map((id) => documentKey('topics', id)),
    ...numbers(docs.map(({ section }) => section)).map((id) => documentKey('sections', id)),
  ]
  return { stories: stories.flat(), keys: [...new Set(keys)] }
}

const termsOf = (ids: readonly number[], terms: ReadonlyMap<number, Term>): Term[] =>
  ids.flatMap((id) => terms.get(id) ?? [])

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

async function storyOf(card: StoryCard, doc: Article, entries: readonly StoredEntry[]) {
  const { id, href, headline, standfirst, publishedAt } = card
  const corrections = doc.corrections ?? []
  const changes = [
    doc.revisedAt,
    ...corrections.map(({ correctedAt }) => correctedAt),
    entries[0]?.at,
  ]
  return {
    id,
    href,
    headline,
    standfirst,
    publishedAt,
    dateline: doc.dateline || null,
    section: card.section.name,
    picture: card.picture && (await measured(card.picture)),
    updatedAt: changes.filter(isLaterThan(publishedAt)).sort().at(-1) ?? null,
    corrections: corrections.map(({ text }) => text),
  }
}

/** A change before the story came out says nothing to who has never seen it; one to come is none yet. */
const isLaterThan =
  (publishedAt: string) =>
  (time: string | null | undefined): time is string =>
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
