import { isLanguage, type Language } from '../languages.ts'
import { documentKey } from '../purge-keys.ts'
import { type BodyDocuments, readBody, referencesOf } from '../story/body.ts'
import { pathOf, type StaticPage } from '../urls.ts'
import { keysOfCards, readCardsInOrder } from './cards.ts'
import { newsroom } from './newsroom.ts'
import { readPictures } from './pictures.ts'
import { textOrNull } from './statements/fields.ts'
import { isLive } from './statements/rules.ts'
import { statement } from './statements/statement.ts'
import type { BodyPart } from './types.ts'

const paths = statement(
  'paths of stories',
  `select a.id, a.path from articles a where a.id = any($1::int[]) and ${isLive('a')}`,
)
const pages = statement(
  'pages by number',
  `select p.id, p.slug, p.language from pages p
   where p.id = any($1::int[]) and p._status = 'published'`,
)

type Links = readonly { relationTo: string; id: number }[]

/** Where links lead now, by `articles:12`; what is not public is not there. */
async function readLinks(links: Links): Promise<Map<string, string | null>> {
  const idsOf = (name: string) => links.filter((l) => l.relationTo === name).map(({ id }) => id)
  const stories = idsOf('articles')
  const texts = idsOf('pages')
  const [linked, written] = await Promise.all([
    stories.length > 0 ? paths(stories) : [],
    texts.length > 0 ? pages(texts) : [],
  ])
  return new Map([
    ...linked.map(({ id, path }) => [`articles:${id}`, textOrNull(path)] as const),
    ...written.flatMap(({ id, slug, language }) =>
      isLanguage(language)
        ? [[`pages:${id}`, pathOf({ kind: 'page', language, slug: slug as StaticPage })] as const]
        : [],
    ),
  ])
}

/** What texts refer to, read at once: pictures, stories named by blocks, and where links lead now. */
export async function readReferences(
  states: readonly unknown[],
  language: Language,
): Promise<{ documents: BodyDocuments; keys: string[] }> {
  const references = states.map(referencesOf)
  const pictureIds = references.flatMap(({ pictures }) => pictures)
  const storyIds = references.flatMap(({ stories }) => stories)
  const links = references.flatMap((reference) => reference.links)
  const [pictures, cards, hrefs] = await Promise.all([
    readPictures(pictureIds, language),
    readCardsInOrder(storyIds, language),
    readLinks(links),
  ])
  return {
    documents: {
      picture: (id) => pictures.get(id) ?? null,
      story: (id) => cards.find((card) => card.id === id) ?? null,
      link: (relationTo, id) => hrefs.get(`${relationTo}:${id}`) ?? null,
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
