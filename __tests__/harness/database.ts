import { randomBytes } from 'node:crypto'
import pg from 'pg'

export type TestDatabase = { url: string; drop(): Promise<void> }

/**
 * A database of its own for a test file, copied from the migrated, empty one that the run began with.
 * @param original another one of the run to copy
 * @throws {Error} outside the project `integration`, which starts PostgreSQL.
 */
export async function databaseForTest(original?: string): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`
  const url = await copyDatabase(name, original)
  // Cuts connections too: Payload never gives the first one of its pool back.
  return { url, drop: () => administer(url, `drop database ${name} with (force)`) }
}

/** In place of what an earlier attempt left. @returns the address of the copy */
export async function copyDatabase(name: string, original?: string): Promise<string> {
  const template = process.env.TEST_DATABASE_URL
  if (!template) throw new Error('Run with --selectProjects integration: it starts PostgreSQL.')
  const url = new URL(template)
  await administer(template, `drop database if exists ${name} with (force)`)
  await administer(
    template,
    `create database ${name} template ${original ?? url.pathname.slice(1)}`,
  )
  url.pathname = `/${name}`
  return url.href
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
