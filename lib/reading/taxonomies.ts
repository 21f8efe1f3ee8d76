import type { Language } from '../languages.ts'
import type { Picture } from '../pictures.ts'
import { kindOfCollection, pathOf, type Taxonomy } from '../urls.ts'
import { pictureColumn, pictureJoins, pictureOf } from './pictures.ts'
import { text, textOrNull } from './statements/fields.ts'
import { askedLocale } from './statements/rules.ts'
import { type Row, type Statement, statement } from './statements/statement.ts'
import type { Accent, NamedLink } from './types.ts'

/** A section, series, topic or person as a page names it. */
export type Term = NamedLink & {
  id: number
  slug: string
  description: string | null
  accent: Accent
  position: string | null
  portrait: Picture | null
}

/** What each of them has beside a name, as columns of its table `t` and of its words `n`. */
const own: Readonly<Record<Taxonomy, string>> = {
  sections: 'n.description, t.accent',
  series: 'n.description, t.accent',
  topics: 'n.description',
  people: `n.bio as description, n.position, ${pictureColumn} as portrait`,
}

/** Without a name in this language it has no page in it. */
const termsOf = (taxonomy: Taxonomy): string => `
  select t.id, t.slug, n.name, ${own[taxonomy]} from ${taxonomy} t
  join ${taxonomy}_locales n on n._parent_id = t.id and n._locale = ${askedLocale} and n.name <> ''
  ${taxonomy === 'people' ? pictureJoins('t.portrait_id') : ''}`

const bySlug = (taxonomy: Taxonomy): Statement =>
  statement(`${taxonomy} by slug`, `${termsOf(taxonomy)} where t.slug = $2::text`)
const bySlugs: Readonly<Record<Taxonomy, Statement>> = {
  sections: bySlug('sections'),
  series: bySlug('series'),
  topics: bySlug('topics'),
  people: bySlug('people'),
}
const inOrder = statement('sections in their order', `${termsOf('sections')} order by t._order`)

function termOf(taxonomy: Taxonomy, language: Language, row: Row): Term {
  const slug = text(row.slug)
  return {
    id: Number(row.id),
    slug,
    name: text(row.name),
    href: pathOf({ kind: kindOfCollection[taxonomy], language, slug }),
    description: textOrNull(row.description),
    accent: (row.accent ?? 'ink') as Accent,
    position: textOrNull(row.position),
    portrait: pictureOf(row.portrait),
  }
}

/** All sections in their order. */
export async function readSections(language: Language): Promise<Term[]> {
  const rows = await inOrder(language)
  return rows.map((row) => termOf('sections', language, row))
}

export async function readTermBySlug(
  taxonomy: Taxonomy,
  slug: string,
  language: Language,
): Promise<Term | null> {
  const [row] = await bySlugs[taxonomy](language, slug)
  return row ? termOf(taxonomy, language, row) : null
}
