import type { Language } from '../languages.ts'
import type { Picture } from '../pictures.ts'
import { askedLocale } from './statements/rules.ts'
import { statement } from './statements/statement.ts'

/** Joins of a picture `m` with its words, by an expression for its number. */
export const pictureJoins = (id: string): string => `
  left join media m on m.id = ${id}
  left join media_locales mn on mn._parent_id = m.id and mn._locale = ${askedLocale}`

/** The picture of those joins; null without a file that can be shown. */
export const pictureColumn = `
  case when m.stem <> '' and m.width > 0 and m.height > 0 then json_build_object(
    'id', m.id, 'stem', m.stem, 'width', m.width, 'height', m.height,
    'alt', coalesce(mn.alt, ''), 'caption', nullif(mn.caption, ''),
    'credit', coalesce(mn.credit, ''), 'licence', nullif(m.licence, '')) end`

export const pictureOf = (value: unknown): Picture | null => (value ? (value as Picture) : null)

const byNumber = statement(
  'pictures by number',
  `select ${pictureColumn} as picture
   from unnest($2::int[]) p(id) ${pictureJoins('p.id')}`,
)

/** Pictures by their number, with words in one language. */
export async function readPictures(
  ids: readonly number[],
  language: Language,
): Promise<Map<number, Picture>> {
  if (ids.length === 0) return new Map()
  const rows = await byNumber(language, [...new Set(ids)])
  const pictures = rows.flatMap(({ picture }) => pictureOf(picture) ?? [])
  return new Map(pictures.map((picture) => [picture.id, picture]))
}
