import type { Language } from '../../languages.ts'
import type { Row } from './statement.ts'

/** What a statement selects, and how its value becomes what a page shows. */
type Field<T> = { sql: string; read: (value: unknown, language: Language) => T }
type Fields = Readonly<Record<string, Field<unknown>>>
export type Shaped<F extends Fields> = { [Name in keyof F]: ReturnType<F[Name]['read']> }

export const field = <T>(sql: string, read: Field<T>['read']): Field<T> => ({ sql, read })

/** `a.path as "href", a.headline as "headline" …` */
export const columnsOf = (fields: Fields): string =>
  Object.entries(fields)
    .map(([name, { sql }]) => `${sql} as "${name}"`)
    .join(', ')

export function shaped<F extends Fields>(fields: F, row: Row, language: Language): Shaped<F> {
  const values = Object.entries(fields).map(([name, { read }]) => [name, read(row[name], language)])
  return Object.fromEntries(values)
}

export const text = (value: unknown): string => (typeof value === 'string' ? value : '')
/** Null for what is empty, too. */
export const textOrNull = (value: unknown): string | null => text(value) || null
export const numberOrNull = (value: unknown): number | null =>
  value === null || value === undefined ? null : Number(value)
/** ISO 8601, UTC; null without a time. */
export const timeOrNull = (value: unknown): string | null => {
  const time = value instanceof Date ? value : new Date(text(value))
  return Number.isNaN(time.getTime()) ? null : time.toISOString()
}
export const dateOrNull = (value: unknown): Date | null => {
  const time = timeOrNull(value)
  return time === null ? null : new Date(time)
}
/** What `json_agg` has put together: nothing where there was no row. */
export const listOf = <T>(value: unknown): T[] => (Array.isArray(value) ? value : [])
