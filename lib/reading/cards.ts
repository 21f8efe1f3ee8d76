import { isLanguage, type Language } from '../languages.ts'
import { documentKey } from '../purge-keys.ts'
import { pathOf } from '../urls.ts'
import { pictureColumn, pictureJoins, pictureOf } from './pictures.ts'
import {
  columnsOf,
  field,
  listOf,
  numberOrNull,
  shaped,
  text,
  textOrNull,
  timeOrNull,
} from './statements/fields.ts'
import { forEachList, type ListKind, newestOf, type Place, places } from './statements/places.ts'
import { askedLanguage, askedLocale, editionsOf, isLive } from './statements/rules.ts'
import { type Row, statement } from './statements/statement.ts'
import type { Accent, Format, NamedLink, StoryCard } from './types.ts'

const linkTo =
  (kind: 'section' | 'series') =>
  (value: unknown, language: Language): NamedLink => {
    const { slug, name } = value as { slug: string; name: string }
    return { href: pathOf({ kind, language, slug }), name }
  }

/** What a card shows of a story `a`. A further column of the story is a line here. */
const cardFields = {
  id: field('a.id', Number),
  language: field('$1::text', (_value, language) => language),
  href: field('a.path', text),
  headline: field('a.headline', text),
  kicker: field('a.kicker', textOrNull),
  standfirst: field('a.standfirst', text),
  picture: field(pictureColumn, pictureOf),
  section: field(`json_build_object('slug', s.slug, 'name', sn.name)`, linkTo('section')),
  accent: field('s.accent', (value) => (value ?? 'ink') as Accent),
  series: field(
    `case when en.name <> '' then json_build_object('slug', e.slug, 'name', en.name) end`,
    (value, language) => (value ? linkTo('series')(value, language) : null),
  ),
  publishedAt: field('a.published_at', (value) => timeOrNull(value) ?? ''),
  minutes: field('a.minutes', (value) => numberOrNull(value) ?? 1),
  format: field('a.format', (value) => (value ?? 'story') as Format),
  isGoingOn: field(
    `a.format = 'live' and a.coverage_ended_at is null and a.is_replay is not true`,
    (value) => value === true,
  ),
  hasGallery: field('a.has_gallery', (value) => value === true),
  alsoIn: field(
    `(select json_agg(e.language order by e.language) ${editionsOf('a')})`,
    (value): Language[] => listOf(value).filter(isLanguage),
  ),
} satisfies { [Name in keyof StoryCard]: ReturnType<typeof field<StoryCard[Name]>> }

export const cardColumns = columnsOf(cardFields)
export const cardOf = (row: Row, language: Language): StoryCard => shaped(cardFields, row, language)

/** What a card needs beside its story `a`. A story whose section has no name in the language cannot be shown. */
export const cardJoins = `
  join sections s on s.id = a.section_id
  join sections_locales sn on sn._parent_id = s.id and sn._locale = ${askedLocale} and sn.name <> ''
  left join series e on e.id = a.series_id
  left join series_locales en on en._parent_id = e.id and en._locale = ${askedLocale}
  ${pictureJoins('a.picture_id')}`

/** Cards of stories that a list gives as `id`, in its order. */
const cardsFrom = (list: string, order: string): string => `
  select ${cardColumns} from ${list} join articles a on a.id = l.id ${cardJoins}
  where a.language = ${askedLanguage} and ${isLive('a')} and a.path <> '' order by ${order}`

const newestCards = (place: Place, most: number): string =>
  cardsFrom(`(${newestOf(place, '$2', most)}) l`, 'l.at desc, l.id desc')

/** Stories of a list's page. */
const mostOfList = 40
const ofList = forEachList('newest of a list', (place) => newestCards(place, mostOfList))

/** The 40 newest stories of a list; `term` is its number, null for the latest of all. */
export async function readNewestCards(
  kind: ListKind,
  term: number | null,
  language: Language,
): Promise<StoryCard[]> {
  const rows = await ofList[kind](language, term)
  return rows.map((row) => cardOf(row, language))
}

const few = statement('newest few', newestCards(places.latest, 5))

/** The five newest stories of all. */
export async function readFewNewest(language: Language): Promise<StoryCard[]> {
  const rows = await few(language, null)
  return rows.map((row) => cardOf(row, language))
}

const byNumber = statement(
  'cards by number',
  cardsFrom('unnest($2::int[]) with ordinality l(id, place)', 'l.place'),
)

/** Stories by their numbers, in that order; those that are not public any more are left out. */
export async function readCardsInOrder(
  ids: readonly number[],
  language: Language,
): Promise<StoryCard[]> {
  if (ids.length === 0) return []
  const rows = await byNumber(language, ids)
  return rows.map((row) => cardOf(row, language))
}

/** Keys of stories that a page shows, and of the pictures on their cards. */
export const keysOfCards = (cards: readonly StoryCard[]): string[] =>
  cards.flatMap((card) => [
    documentKey('articles', card.id),
    ...(card.picture ? [documentKey('media', card.picture.id)] : []),
  ])
