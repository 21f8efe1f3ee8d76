import { createHash } from 'node:crypto'
import { adapterOf } from '../../../newsroom/database.ts'
import { newsroom } from '../newsroom.ts'

/** A row as the driver gives it: its columns by name. */
export type Row = Readonly<Record<string, unknown>>

/** Sends a statement with its values, `$1` first. */
export type Statement = (...values: readonly unknown[]) => Promise<Row[]>

const texts = new Map<string, string>()

/** The text of every statement by its name, for who looks at how they are carried out. */
export const statements: ReadonlyMap<string, string> = texts

/**
 * A statement that every connection of the newsroom's pool reads and plans once. How many rows it gives stands in its
 * text: of a limit that is a value the planner would assume a tenth of all stories.
 * @param title says what is read, at most 48 characters
 */
export function statement(title: string, text: string): Statement {
  // The same text has the same name in every bundle, another text (a changed source in development) another one.
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 12)
  const name = `${title} ${digest}`
  texts.set(name, text)
  return async (...values) => {
    const { pool } = adapterOf(await newsroom())
    const { rows } = await pool.query<Row>({ name, text, values: [...values] })
    return rows
  }
}
