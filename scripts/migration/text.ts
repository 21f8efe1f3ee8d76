/** What a migration without a difference begins as. */
export const blank = `import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql\`
  \`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql\`
  \`)
}
`

const written = '{ MigrateUpArgs, MigrateDownArgs, sql }'

/**
 * A migration as Payload writes it, for this project's compiler: types are imported as such.
 * @throws {Error} when Payload writes them in another way.
 */
export function typed(text: string): string {
  if (!text.includes(written)) throw new Error(`Payload's migration does not import ${written}`)
  return text
    .replace(written, '{ type MigrateDownArgs, type MigrateUpArgs, sql }')
    .replaceAll('{ db, payload, req }', '{ db }')
}

/**
 * The list of migrations with one more at its end.
 * @param migration the name of its file, `20261128_071105_search_from_newest`
 * @throws {Error} when the list is of another form.
 */
export function withMigration(list: string, migration: string): string {
  const [, words = ''] = /^\d{8}_\d{6}_([a-z0-9_]+)$/.exec(migration) ?? []
  const variable = words.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
  const lastImport = list.lastIndexOf('import * as ')
  const lineEnd = list.indexOf('\n', lastImport) + 1
  const end = list.lastIndexOf('\n]\n') + 1
  if (!variable || lastImport < 0 || lineEnd === 0 || end < lineEnd)
    throw new Error(`newsroom/migrations/index.ts has no room for ${migration}`)
  const entry = `  { up: ${variable}.up, down: ${variable}.down, name: '${migration}' },\n`
  return `${list.slice(0, lineEnd)}import * as ${variable} from './${migration}.ts'\n${list.slice(lineEnd, end)}${entry}${list.slice(end)}`
}
