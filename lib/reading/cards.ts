import type { Where } from 'payload'
import type { Article } from '../../newsroom/payload-types.ts'
import { isLanguage, type Language } from '../languages.ts'
import { documentKey } from '../purge-keys.ts'
import { asReader, newsroom } from './newsroom.ts'
import { readPictures } from './pictures.ts'
import { readTerms } from './taxonomies.ts'
import type { NamedLink, StoryCard } from './types.ts'

/** The columns of a story that a card shows. */
export const cardFields = {
  language: true,
  path: true,
  headline: true,
  kicker: true,
  standfirst: true,
  picture: true,
  section: true,
  series: true,
  publishedAt: true,
  minutes: true,
  format: true,
  coverageEndedAt: true,
  isReplay: true,
  hasGallery: true,
  translationGroup: true,
} as const

export type StoredCard = Pick<Article, 'id' | keyof typeof cardFields>

const numbers = (values: readonly unknown[]): number[] =>
  values.filter((value): value is number => typeof value === 'number')

/** Which other languages tell these stories, by translation group. */
async function readEditions(
  groups: readonly string[],
  language: Language,
): Promise<Map<string, Language[]>> {
  const found = new Map<string, Language[]>()
  if (groups.length === 0) return found
  const payload = await newsroom()
  const { docs } = await payload.find({
    collection: 'articles',
    where: {
      and: [{ translationGroup: { in: [...groups] } }, { language: { not_equals: language } }],
    },
    select: { translationGroup: true, language: true },
    ...asReader(language),
  })
  for (const { translationGroup, language: other } of docs)
    if (translationGroup && isLanguage(other))
      found.set(translationGroup, [...(found.get(translationGroup) ?? []), other])
  return found
}

/** Fills stored stories up to cards, with one query for each kind of thing that they refer to. */
export async function toCards(
  docs: readonly StoredCard[],
  language: Language,
): Promise<StoryCard[]> {
  const [pictures, sections, series, editions] = await Promise.all([
    readPictures(numbers(docs.map((doc) => doc.picture)), language),
    readTerms('sections', numbers(docs.map((doc) => doc.section)), language),
    readTerms('series', numbers(docs.map((doc) => doc.series)), language),
    readEditions(
      docs.flatMap((doc) => doc.translationGroup ?? []),
      language,
    ),
  ])
  const named = (term: NamedLink | undefined): NamedLink | null =>
    term ? { href: term.href, name: term.name } : null
  return docs.flatMap((doc): StoryCard[] => {
    const { path, publishedAt } = doc
    const stored = sections.get(Number(doc.section))
    const section = named(stored)
    // What was published has these; a story without them cannot be shown.
    if (!path || !publishedAt || !stored || !section) return []
    return [
      {
        id: doc.id,
        language,
        href: path,
        headline: doc.headline,
        kicker: doc.kicker || null,
        standfirst: doc.standfirst,
        picture: pictures.get(Number(doc.picture)) ?? null,
        section,
        accent: stored.accent,
        series: named(series.get(Number(doc.series))),
        publishedAt,
        minutes: doc.minutes ?? 1,
        format: doc.format ?? 'story',
        isGoingOn: doc.format === 'live' && !doc.coverageEndedAt && !doc.isReplay,
        hasGallery: doc.hasGallery === true,
        alsoIn: doc.translationGroup ? (editions.get(doc.translationGroup) ?? []) : [],
      },
    ]
  })
}

/** Stories of a language, newest first. `limit` is their greatest number. */
export async function readCards(
  language: Language,
  where: Where,
  limit: number,
  sort = '-publishedAt',
): Promise<StoryCard[]> {
  const payload = await newsroom()
  const { docs } = await payload.find({
    collection: 'articles',
    where: { and: [{ language: { equals: language } }, where] },
    select: cardFields,
    sort,
    limit,
    ...asReader(language),
  })
  return await toCards(docs, language)
}

/** Stories by their numbers, in that order; those that are not public any more are left out. */
export async function readCardsInOrder(
  ids: readonly number[],
  language: Language,
): Promise<StoryCard[]> {
  if (ids.length === 0) return []
  const cards = await readCards(language, { id: { in: [...ids] } }, ids.length)
  const byId = new Map(cards.map((card) => [card.id, card]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** Keys of stories that a page shows, and of the pictures on their cards. */
export const keysOfCards = (cards: readonly StoryCard[]): string[] =>
  cards.flatMap((card) => [
    documentKey('articles', card.id),
    ...(card.picture ? [documentKey('media', card.picture.id)] : []),
  ])
