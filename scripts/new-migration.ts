import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fail } from './plain-failure.ts'

/**
 * `npm run migration -- <name>`: compares the collections with the last migration, writes the difference to
 * `newsroom/migrations/` and lists it there; without a difference, an empty one. Needs no database.
 */
const folder = path.resolve('newsroom', 'migrations')
const list = path.join(folder, 'index.ts')
const blank = `import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql\`
  \`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql\`
  \`)
}
`
const name = process.argv[2] ?? ''
if (!/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error(
    'Name the migration in lower-case words, such as: npm run migration -- article_awards',
  )
  process.exit(1)
}
// Payload opens with none but a secret; nothing is signed here.
process.env.PAYLOAD_SECRET ??= 'unused'
const { openNewsroomOffline } = await import('../newsroom/open.ts')
const payload = await openNewsroomOffline().catch(fail)
payload.logger.level = 'warn'
const before = readdirSync(folder)
const listed = readFileSync(list, 'utf8')
await payload.db.createMigration({ payload, migrationName: name, forceAcceptWarning: true })
const [file] = readdirSync(folder).filter((one) => one.endsWith('.ts') && !before.includes(one))
if (!file) throw new Error('Payload wrote no migration')
const written = readFileSync(path.join(folder, file), 'utf8')
const isBlank = !written.includes('sql`')
writeFileSync(path.join(folder, file), isBlank ? blank : typed(written))
// It would be the very state that is there.
if (isBlank) rmSync(path.join(folder, `${path.parse(file).name}.json`))
// Payload writes the list anew, in its own way.
writeFileSync(list, withMigration(listed, path.parse(file).name))
console.log(
  isBlank
    ? `The collections are as the last migration left them: newsroom/migrations/${file} is for statements of your own.`
    : `newsroom/migrations/${file} is written. Read it: a column that was renamed, for one, it takes for one that went and one that came.`,
)
process.exit(0)

/** For this project's compiler: types are imported as such. */
function typed(text: string): string {
  return text
    .replace(
      '{ MigrateUpArgs, MigrateDownArgs, sql }',
      '{ type MigrateDownArgs, type MigrateUpArgs, sql }',
    )
    .replaceAll('{ db, payload, req }', '{ db }')
}

function withMigration(text: string, migration: string): string {
  const [, date = ''] = /^(\d+_\d+)_/.exec(migration) ?? []
  const variable = `at${date}`
  const entry = `  { up: ${variable}.up, down: ${variable}.down, name: '${migration}' },\n]`
  return `import * as ${variable} from './${migration}.ts'\n${text.replace(/\]\s*$/, `${entry}\n`)}`
}
