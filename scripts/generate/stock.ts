import type pg from 'pg'
import { languageCodes } from '../../lib/languages.ts'
import { PlainError } from '../../lib/plain-error.ts'

type Named = { id: number; slug: string }

/** What the newsroom has for a story to stand in: ids, and slugs where the texts ask for one. */
export type Stock = {
  sections: readonly Named[]
  series: readonly Named[]
  topics: readonly Named[]
  people: readonly Named[]
  /** Those that may be published: with alternative text and credit in every language. */
  pictures: readonly number[]
}

/**
 * Reads what stories are made of.
 * @throws {PlainError} when the newsroom lacks something that no story can be without.
 */
export async function readStock(client: pg.ClientBase): Promise<Stock> {
  const named = async (table: 'sections' | 'series' | 'topics' | 'people') => {
    // With a name in every language: a story of either has a page to link to.
    const { rows } = await client.query<Named>(
      `select t.id, t.slug from ${table} t where (
         select count(*) from ${table}_locales l where l._parent_id = t.id and l.name <> ''
       ) = $1 order by t.id`,
      [languageCodes.length],
    )
    return rows
  }
  const pictures = await client.query<{ id: number }>(
    `select m.id from media m where m.stem <> '' and (
       select count(*) from media_locales l
       where l._parent_id = m.id and l.alt <> '' and l.credit <> ''
     ) = $1 order by m.id`,
    [languageCodes.length],
  )
  const stock: Stock = {
    sections: await named('sections'),
    series: await named('series'),
    topics: await named('topics'),
    people: await named('people'),
    pictures: pictures.rows.map(({ id }) => id),
  }
  for (const kind of ['sections', 'people', 'pictures'] as const)
    if (stock[kind].length === 0)
      throw new PlainError(
        `The newsroom has no ${kind} in every language, which stories need: load the sample edition first (npm run sample).`,
      )
  return stock
}
