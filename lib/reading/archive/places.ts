import type { Language } from '../../languages.ts'
import { collectionOfKind, type ListAddress } from '../../urls.ts'
import type { Row, Statement } from '../statements/statement.ts'
import { readTermBySlug, type Term } from '../taxonomies.ts'
import type { ArchivedList } from './types.ts'

/** A list by its document: null for the latest stories of all. */
export type FoundList = { of: ListAddress; term: Term | null }

/** Null when there is no such section, series, topic or author in this language. */
export async function findList(of: ListAddress): Promise<FoundList | null> {
  if (of.kind === 'latest') return { of, term: null }
  const term = await readTermBySlug(collectionOfKind[of.kind], of.slug, of.language)
  return term && { of, term }
}

export const archivedList = ({ of, term }: FoundList): ArchivedList => ({
  of,
  name: term?.name ?? null,
  description: term?.description ?? null,
  accent: term?.accent ?? 'ink',
})

/** The same list in another language. */
export const listIn = (of: ListAddress, language: Language): ListAddress => ({ ...of, language })

/** Asks of a list: the first value is its language, the second the number of its term. */
export const ask = (
  statements: Readonly<Record<ListAddress['kind'], Statement>>,
  { of, term }: FoundList,
  ...values: readonly unknown[]
): Promise<Row[]> => statements[of.kind](of.language, term?.id ?? null, ...values)
