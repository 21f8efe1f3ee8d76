import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { blank, typed, withMigration } from './migration/text.ts'
import { fail } from './plain-failure.ts'

/**
 * `npm run migration -- <name>`: compares the collections with the last migration, writes the difference to
 * `newsroom/migrations/` and lists it there; without a difference, an empty one. Writes the collections' types, too.
 * Needs no database.
 */
const folder = path.resolve('newsroom', 'migrations')
const list = path.join(folder, 'index.ts')
const name = process.argv[2] ?? ''
if (!/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error(
    'Name the migration in lower-case words, such as: npm run migration -- article_awards',
  )
  process.exit(1)
}
// Drizzle asks on the terminal whether what is new was called otherwise before; without one it waits for ever.
process.once('beforeExit', () => {
  console.error(
    'Something may have been renamed, and only you know: run npm run migration in a terminal, where it can ask.',
  )
  process.exit(1)
})
// Payload opens with none but a secret; nothing is signed here.
process.env.PAYLOAD_SECRET ??= 'unused'
const { openNewsroomOffline } = await import('../newsroom/open.ts')
const { generateTypes } = await import('payload/node')
const payload = await openNewsroomOffline().catch(fail)
payload.logger.level = 'warn'
await generateTypes(payload.config, { log: false })
const before = readdirSync(folder)
const listed = readFileSync(list, 'utf8')
try {
  await payload.db.createMigration({ payload, migrationName: name, forceAcceptWarning: true })
} finally {
  // Payload writes the list anew, in its own way.
  writeFileSync(list, listed)
}
const [file] = readdirSync(folder).filter((one) => one.endsWith('.ts') && !before.includes(one))
if (!file) throw new Error('Payload wrote no migration')
const migration = path.parse(file).name
const written = readFileSync(path.join(folder, file), 'utf8')
const isBlank = !written.includes('sql`')
writeFileSync(path.join(folder, file), isBlank ? blank : typed(written))
// It would be the very state that is there.
if (isBlank) rmSync(path.join(folder, `${migration}.json`))
writeFileSync(list, withMigration(listed, migration))
console.log(
  isBlank
    ? `The collections are as the last migration left them: newsroom/migrations/${file} is for statements of your own.`
    : `newsroom/migrations/${file} is written. Read it before it is applied anywhere.`,
)
process.exit(0)
