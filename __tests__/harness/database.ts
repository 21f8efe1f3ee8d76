import { randomBytes } from 'node:crypto'
import pg from 'pg'

export type TestDatabase = { url: string; drop(): Promise<void> }

/**
 * A migrated, empty database of its own for a test file, copied from the one that the run began with.
 * @throws {Error} outside the project `integration`, which starts PostgreSQL.
 */
export async function databaseForTest(): Promise<TestDatabase> {
  const template = process.env.TEST_DATABASE_URL
  if (!template) throw new Error('Run with --selectProjects integration: it starts PostgreSQL.')
  const url = new URL(template)
  const original = url.pathname.slice(1)
  const name = `test_${randomBytes(6).toString('hex')}`
  await administer(template, `create database ${name} template ${original}`)
  url.pathname = `/${name}`
  return {
    url: url.href,
    // Cuts connections too: Payload never gives the first one of its pool back.
    drop: () => administer(template, `drop database ${name} with (force)`),
  }
}

async function administer(template: string, statement: string): Promise<void> {
  const url = new URL(template)
  url.pathname = '/postgres'
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
