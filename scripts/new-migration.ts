/**
 * `npm run migration -- <name>`: compares the collections with the last migration and writes the
 * difference to `newsroom/migrations/`. Needs no database.
 */
const name = process.argv[2]
if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error(
    'Name the migration in lower-case words, such as: npm run migration -- article_awards',
  )
  process.exit(1)
}
// Payload opens with none but a secret; nothing is signed here.
process.env.PAYLOAD_SECRET ??= 'unused'
const { openNewsroomOffline } = await import('../newsroom/open.ts')
const payload = await openNewsroomOffline()
await payload.db.createMigration({ payload, migrationName: name, forceAcceptWarning: true })
process.exit(0)

export {}
