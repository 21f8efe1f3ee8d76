import type { Where } from 'payload'
import type { Article } from '../../newsroom/payload-types.ts'
import { isLanguage, type Language } from '../languages.ts'
import { documentKey, keysOf } from '../purge-keys.ts'
import { countText } from '../reading-time.ts'
import { type BodyDocuments, readBody, referencesOf } from '../story/body.ts'
import { plainText } from '../story/lexical.ts'
import { pathOf, type StaticPage } from '../urls.ts'
import { cardFields, keysOfCards, readCards, toCards } from './cards.ts'
import { readEditions } from './editions.ts'
import { asReader, newsroom } from './newsroom.ts'
import { readPictures } from './pictures.ts'
import { readTerms } from './taxonomies.ts'
import type { BodyPart, Byline, Correction, Read, StoryCard, StoryPage } from './types.ts'

const relatedCount = 4

/** What texts refer to, read at once: pictures, stories named by blocks, and where links lead now. */
export async function readReferences(
  states: readonly unknown[],
  language: Language,
): Promise<{ documents: BodyDocuments; keys: string[] }> {
  const payload = await newsroom()
  const references = states.map(referencesOf)
  const pictureIds = references.flatMap(({ pictures }) => pictures)
  const storyIds = references.flatMap(({ stories }) => stories)
  const links = references.flatMap((reference) => reference.links)
  const idsOf = (name: string) => links.filter((l) => l.relationTo === name).map(({ id }) => id)
  const [pictures, cards, linked, pages] = await Promise.all([
    readPictures(pictureIds, language),
    storyIds.length > 0
      ? readCards(language, { id: { in: storyIds } }, storyIds.length)
      : Promise.resolve([]),
    idsOf('articles').length > 0
      ? payload.find({
          collection: 'articles',
          where: { id: { in: idsOf('articles') } },
          select: { path: true },
          ...asReader(language),
        })
      : Promise.resolve({ docs: [] }),
    idsOf('pages').length > 0
      ? payload.find({
          collection: 'pages',
          where: { id: { in: idsOf('pages') } },
          select: { slug: true, language: true },
          ...asReader(language),
        })
      : Promise.resolve({ docs: [] }),
  ])
  const paths = new Map(linked.docs.map((doc) => [`articles:${doc.id}`, doc.path ?? null]))
  for (const page of pages.docs)
    if (isLanguage(page.language))
      paths.set(
        `pages:${page.id}`,
        pathOf({ kind: 'page', language: page.language, slug: page.slug as StaticPage }),
      )
  return {
    documents: {
      picture: (id) => pictures.get(id) ?? null,
      story: (id) => cards.find((card) => card.id === id) ?? null,
      link: (relationTo, id) => paths.get(`${relationTo}:${id}`) ?? null,
    },
    keys: [
      ...pictureIds.map((id) => documentKey('media', id)),
      ...storyIds.map((id) => documentKey('articles', id)),
      ...links.map(({ relationTo, id }) => documentKey(relationTo, id)),
      ...keysOfCards(cards),
    ],
  }
}

/** A stored text as a page shows it. */
export async function readText(
  state: unknown,
  language: Language,
  where: string,
): Promise<{ body: BodyPart[]; keys: string[] }> {
  const { logger } = await newsroom()
  const { documents, keys } = await readReferences([state], language)
  const body = readBody(state, documents, (type) =>
    logger.error(`${where}: the text holds "${type}", which no page can show`),
  )
  return { body, keys }
}

const personOf = (byline: NonNullable<Article['bylines']>[number]): number | null =>
  typeof byline.person === 'number' ? byline.person : null

const idsOf = (values: readonly unknown[] | null | undefined): number[] =>
  (values ?? []).filter((value): value is number => typeof value === 'number')

async function readBylines(article: Article, language: Language): Promise<Byline[]> {
  const bylines = article.bylines ?? []
  const people = await readTerms('people', idsOf(bylines.map(personOf)), language)
  return bylines.flatMap((byline) => {
    const person = people.get(personOf(byline) ?? -1)
    return person ? [{ href: person.href, name: person.name, role: byline.role }] : []
  })
}

/** Same series, then shared topics, then section; newest first in each, none twice. */
async function readRelated(article: Article, language: Language): Promise<StoryCard[]> {
  const topics = idsOf(article.topics)
  const series = typeof article.series === 'number' ? article.series : null
  const closest: Where[] = [
    ...(series === null ? [] : [{ series: { equals: series } }]),
    ...(topics.length > 0 ? [{ topics: { in: topics } }] : []),
    { section: { equals: article.section } },
  ]
  const found = new Map<number, StoryCard>()
  for (const where of closest) {
    if (found.size >= relatedCount) break
    const without = { id: { not_in: [article.id, ...found.keys()] } }
    const cards = await readCards(language, { and: [where, without] }, relatedCount - found.size)
    for (const card of cards) found.set(card.id, card)
  }
  return [...found.values()]
}

/** The story of the same series that came out after this one; for the newest, the series' first. */
async function readNext(article: Article, language: Language): Promise<StoryCard | null> {
  if (typeof article.series !== 'number' || !article.publishedAt) return null
  const inSeries: Where = { series: { equals: article.series } }
  const later: Where = { publishedAt: { greater_than: article.publishedAt } }
  const other: Where = { id: { not_equals: article.id } }
  const [next] = await readCards(language, { and: [inSeries, later] }, 1, 'publishedAt')
  if (next) return next
  const [first] = await readCards(language, { and: [inSeries, other] }, 1, 'publishedAt')
  return first ?? null
}

const correctionsOf = ({ corrections }: Article): Correction[] =>
  (corrections ?? [])
    .map(({ correctedAt, text }) => ({ at: correctedAt, text }))
    .toSorted((a, b) => b.at.localeCompare(a.at))

function wordsOf(body: unknown): number {
  const { han, words } = countText(plainText(body))
  return han + words
}

/** The story that is published at a path; null when there is none (see `addresses.ts` for what to say). */
export async function readStory(path: string, language: Language): Promise<Read<StoryPage> | null> {
  const payload = await newsroom()
  const { docs } = await payload.find({
    collection: 'articles',
    where: { path: { equals: path } },
    limit: 1,
    select: {
      ...cardFields,
      dateline: true,
      bylines: true,
      revisedAt: true,
      body: true,
      topics: true,
      genre: true,
      corrections: true,
      socialTitle: true,
      socialDescription: true,
    },
    ...asReader(language),
  })
  const article = docs[0] as Article | undefined
  if (!article) return null
  const [[card], text, bylines, topics, related, next, editions] = await Promise.all([
    toCards([article], language),
    readText(article.body, language, path),
    readBylines(article, language),
    readTerms('topics', idsOf(article.topics), language),
    readRelated(article, language),
    readNext(article, language),
    readEditions(article, language),
  ])
  if (!card) return null
  const page: StoryPage = {
    ...card,
    dateline: article.dateline || null,
    bylines,
    updatedAt: article.revisedAt ?? null,
    genre: article.genre ?? 'news',
    words: wordsOf(article.body),
    isTranslation: editions.isTranslation,
    corrections: correctionsOf(article),
    body: text.body,
    topics: idsOf(article.topics).flatMap((id) => {
      const topic = topics.get(id)
      return topic ? [{ href: topic.href, name: topic.name }] : []
    }),
    seriesPlace: card.series && { series: card.series, next },
    related: related.filter(({ id }) => id !== next?.id),
    counterparts: editions.counterparts,
    social: {
      title: article.socialTitle || article.headline,
      description: article.socialDescription || article.standfirst,
    },
  }
  const keys = [
    ...keysOfCards([card, ...page.related, ...(next ? [next] : [])]),
    ...text.keys,
    ...idsOf(article.topics).map((id) => documentKey('topics', id)),
    ...idsOf((article.bylines ?? []).map(personOf)).map((id) => documentKey('people', id)),
    // What comes next in the series, also where nothing does yet.
    ...(card.series ? keysOf(card.series.href) : []),
  ]
  return { page, keys }
}
