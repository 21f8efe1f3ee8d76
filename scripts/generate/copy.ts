import { finished } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

/** What a column of a row may hold; an object becomes JSON. */
export type Value = string | number | boolean | null | object

const special = /[\\\n\r\t]/g
const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
}

/** A value in the text format of COPY (PostgreSQL, COPY, File Formats). */
function written(value: Value): string {
  if (value === null) return '\\N'
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.replace(special, (char) => escapes[char] ?? char)
}

/**
 * Writes rows into a table, their values in the order of the columns: PostgreSQL reads them as they come, without a
 * statement to plan, and stores them by the page.
 */
export async function copyRows(
  client: pg.ClientBase,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly Value[])[],
): Promise<void> {
  const names = columns.map((name) => `"${name}"`).join(', ')
  const copying = client.query(copyFrom(`copy ${table} (${names}) from stdin`))
  copying.end(rows.map((row) => `${row.map(written).join('\t')}\n`).join(''))
  await finished(copying)
}
