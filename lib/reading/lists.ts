import { documentKey } from '../purge-keys.ts'
import { collectionOfKind, type FeedFormat, type ListAddress, pathOf } from '../urls.ts'
import { readMonths } from './archive/months.ts'
import { keysOfCards, readNewestCards } from './cards.ts'
import { readTermBySlug, type Term } from './taxonomies.ts'
import type { ListPage, Read } from './types.ts'

/** Months that stand beside a section; the archive has all of them. */
const monthsBeside = 12
const listOf = (term: Term, kind: ListPage['kind'], of: ListAddress) => ({
  kind,
  name: term.name,
  description: term.description,
  accent: term.accent,
  position: term.position,
  portrait: term.portrait,
  archive: pathOf({ kind: 'archive', language: of.language, of }),
  ...feedsOf(of),
})

const feedsOf = (of: ListAddress) => {
  const path = (format: FeedFormat) => pathOf({ kind: 'feed', language: of.language, of, format })
  return { feed: path('rss'), jsonFeed: path('json') }
}

/** The newest stories of all; `name` is an interface string, which the page adds. */
async function readLatest(address: ListAddress): Promise<Read<ListPage>> {
  const stories = await readNewestCards('latest', null, address.language)
  const page: ListPage = {
    kind: 'latest',
    name: '',
    description: null,
    accent: 'ink',
    position: null,
    portrait: null,
    stories,
    months: [],
    archive: pathOf({ kind: 'archive', language: address.language, of: address }),
    ...feedsOf(address),
  }
  return { page, keys: keysOfCards(stories) }
}

/** A list with its stories, newest first; null when there is no such section, series, topic or author. */
export async function readList(address: ListAddress): Promise<Read<ListPage> | null> {
  if (address.kind === 'latest') return await readLatest(address)
  const { kind, language, slug } = address
  const collection = collectionOfKind[kind]
  const term = await readTermBySlug(collection, slug, language)
  if (!term) return null
  const [stories, months] = await Promise.all([
    readNewestCards(kind, term.id, language),
    kind === 'section' ? readMonths({ of: address, term }, monthsBeside) : [],
  ])
  const page: ListPage = { ...listOf(term, kind, address), stories, months }
  const { portrait } = term
  return {
    page,
    keys: [
      documentKey(collection, term.id),
      ...(portrait ? [documentKey('media', portrait.id)] : []),
      ...keysOfCards(stories),
    ],
  }
}
