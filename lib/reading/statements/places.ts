import type { ListAddress } from '../../urls.ts'
import { askedLanguage, isLive } from './rules.ts'
import { type Statement, statement } from './statement.ts'

export type ListKind = ListAddress['kind']

/**
 * Where the stories of a kind of list stand, in an index by language and time. Topics and authors are rows of their
 * own, which know when and where their story came out (`newsroom/migrations/…_lists.ts`).
 */
export type Place = {
  from: string
  /** The number of the story, and when it came out. */
  id: string
  at: string
  /** Whether a story can stand there twice. */
  repeats: boolean
  /** What readers may see of a list; `term` is its section, series, topic or person. */
  holds: (term: string) => string
}

const inArticles = (stands: (term: string) => string): Place => ({
  from: 'articles l',
  id: 'l.id',
  at: 'l.published_at',
  repeats: false,
  holds: (term) => `l.language = ${askedLanguage} and ${isLive('l')} and ${stands(term)}`,
})

const inRows = (table: string, id: string, column: string): Place => ({
  from: `${table} l`,
  id: `l.${id}`,
  at: 'l.listed_at',
  repeats: true,
  holds: (term) =>
    `l.${column} = ${term}::int and l.listed_in = ${askedLanguage} and l.listed_at <= now()`,
})

export const places: Readonly<Record<ListKind, Place>> = {
  latest: inArticles((term) => `${term}::int is null`),
  section: inArticles((term) => `l.section_id = ${term}::int`),
  series: inArticles((term) => `l.series_id = ${term}::int`),
  topic: inRows('articles_rels', 'parent_id', 'topics_id'),
  author: inRows('articles_bylines', '_parent_id', 'person_id'),
}

/** The newest stories of a list, as columns `at` and `id`. @param further narrows them, from `and` on */
export const newestOf = (
  place: Place,
  term: string,
  most: number | string,
  further = '',
): string => `
  select ${place.repeats ? 'distinct ' : ''}${place.at} as at, ${place.id} as id
  from ${place.from} where ${place.holds(term)} ${further}
  order by at desc, id desc limit ${most}`

/** A statement for each kind of list; the second value is the number of its term, null for the latest stories. */
export function forEachList(
  title: string,
  text: (place: Place) => string,
): Readonly<Record<ListKind, Statement>> {
  const of = (kind: ListKind) => statement(`${title}, ${kind}`, text(places[kind]))
  return {
    latest: of('latest'),
    section: of('section'),
    series: of('series'),
    topic: of('topic'),
    author: of('author'),
  }
}
