import { isLanguage, type Language } from '../languages.ts'
import { cardColumns, cardJoins, cardOf } from './cards.ts'
import {
  columnsOf,
  field,
  listOf,
  type Shaped,
  shaped,
  textOrNull,
  timeOrNull,
} from './statements/fields.ts'
import { askedLanguage, askedLocale, editionsOf, isLive } from './statements/rules.ts'
import type { Row } from './statements/statement.ts'
import type { BylineRole, Correction, Genre, StoryCard } from './types.ts'

/** Somebody or something that a story names; without a name in the language it has no page to lead to. */
type Naming = { id: number; slug: string; name: string | null }
type Writer = Naming & { role: BylineRole }
type Edition = { id: number; language: string; path: string; headline: string; translated: boolean }

const namings = (columns: string, from: string, names: string, order: string): string => `
  (select json_agg(json_build_object('id', t.id, 'slug', t.slug, 'name', nullif(n.name, '')${columns})
     order by ${order}) from ${from}
   left join ${names} n on n._parent_id = t.id and n._locale = ${askedLocale})`

/** What the page of a story and its place in a feed show beyond a card. A further column is a line here. */
const detailFields = {
  dateline: field('a.dateline', textOrNull),
  revisedAt: field('a.revised_at', timeOrNull),
  genre: field('a.genre', (value) => (value ?? 'news') as Genre),
  body: field('a.body', (value) => value),
  socialTitle: field('a.social_title', textOrNull),
  socialDescription: field('a.social_description', textOrNull),
  bylines: field(
    namings(
      `, 'role', b.role`,
      'articles_bylines b join people t on t.id = b.person_id and b._parent_id = a.id',
      'people_locales',
      'b._order',
    ),
    (value) => listOf<Writer>(value),
  ),
  topics: field(
    namings(
      '',
      'articles_rels r join topics t on t.id = r.topics_id and r.parent_id = a.id',
      'topics_locales',
      'r."order"',
    ),
    (value) => listOf<Naming>(value),
  ),
  corrections: field(
    `(select json_agg(json_build_object('at', c.corrected_at, 'text', c.text) order by c._order)
      from articles_corrections c where c._parent_id = a.id)`,
    (value): Correction[] =>
      listOf<Correction>(value).map(({ at, text }) => ({ at: timeOrNull(at) ?? '', text })),
  ),
  editions: field(
    `(select json_agg(json_build_object('id', e.id, 'language', e.language, 'path', e.path,
        'headline', e.headline, 'translated', exists (
          select from articles_bylines b where b._parent_id = e.id and b.role = 'translation')))
      ${editionsOf('a')})`,
    (value) =>
      listOf<Edition>(value).flatMap(({ language: told, ...edition }) =>
        isLanguage(told) ? [{ ...edition, language: told }] : [],
      ),
  ),
  sectionId: field('a.section_id', Number),
  seriesId: field('a.series_id', (value) => (value === null ? null : Number(value))),
  film: field('a.recording_id', (value) => (value === null ? null : Number(value))),
  audio: field('a.audio_id', (value) => (value === null ? null : Number(value))),
}

/** All that readers see of a story. */
export type StoryDetail = Shaped<typeof detailFields> & { card: StoryCard }

/** Whole stories that a list gives as `id`. @param further narrows and sorts them, from `and` or `order by` on */
export const detailsFrom = (list: string, further: string): string => `
  select ${cardColumns}, ${columnsOf(detailFields)}
  from ${list} join articles a on a.id = l.id ${cardJoins}
  where a.language = ${askedLanguage} and ${isLive('a')} and a.path <> '' ${further}`

export const detailOf = (row: Row, language: Language): StoryDetail => ({
  ...shaped(detailFields, row, language),
  card: cardOf(row, language),
})
