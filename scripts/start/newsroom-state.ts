import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { languageCodes } from '../../lib/languages.ts'
import { PlainError } from '../../lib/plain-error.ts'
import { searchRules } from '../../lib/search/rules.ts'

/**
 * What the start must know of the database. Asked in plain SQL: opening Payload for it would take
 * longer than all the rest of a start together.
 */

/** Migrations of this checkout that the database has not seen. */
export async function pendingMigrations(client: pg.Client, root: string): Promise<string[]> {
  const here = readdirSync(join(root, 'newsroom', 'migrations'))
    .filter((name) => /^\d{8}_\d{6}.*\.ts$/.test(name))
    .map((name) => name.replace(/\.ts$/, ''))
    .sort()
  if (!(await hasTable(client, 'payload_migrations'))) return here
  const { rows } = await client.query<{ name: string }>('select name from payload_migrations')
  const done = new Set(rows.map(({ name }) => name))
  const unknown = [...done].filter((name) => !here.includes(name) && name !== 'dev')
  if (unknown.length > 0)
    throw new PlainError(
      `The database was made by a newer version of the portal (it knows ${unknown.join(', ')}): use that version, or restore a backup.`,
    )
  return here.filter((name) => !done.has(name))
}

/** Languages of this checkout that the database's types do not know yet (`newsroom/languages.ts`). */
export async function missingLanguages(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ code: string }>(
    `select label.enumlabel as code from pg_enum label
     join pg_type type on type.oid = label.enumtypid where type.typname = '_locales'`,
  )
  const known = rows.map(({ code }) => code)
  return languageCodes.filter((code) => !known.includes(code))
}

/**
 * Whether the sample edition is to be loaded by itself: on a database without stories in which it was
 * never loaded, or when loading it was broken off.
 */
export async function wantsSample(client: pg.Client): Promise<boolean> {
  const state = await sampleState(client)
  if (state !== null) return state === 'loading'
  const { rows } = await client.query<{ empty: boolean }>(
    'select not exists (select from articles) as empty',
  )
  return rows[0]?.empty === true
}

/**
 * Whether the search index has to be built, or built on: stories are in it that were indexed by other
 * rules, or are not in it at all, since they are older than it. A newsroom that was filled by saves alone
 * needs nothing.
 */
export async function wantsSearchIndex(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ wanted: boolean }>(
    `select exists (select from search_state where finished_at is null) or exists (
       select from articles a where a._status = 'published' and a.published_at is not null
         and not exists (select from search_stories s where s.story_id = a.id and s.rules = $1)
     ) as wanted`,
    [searchRules],
  )
  return rows[0]?.wanted === true
}

const table = 'portal_marks'

/** `loading`, `loaded`, `removed`; null when nothing was ever done about it. */
async function sampleState(client: pg.Client): Promise<string | null> {
  if (!(await hasTable(client, table))) return null
  const { rows } = await client.query<{ value: string }>(
    `select value from ${table} where name = 'sample-edition'`,
  )
  return rows[0]?.value ?? null
}

/** Remembers it for later starts, beside Payload's own tables. */
export async function markSample(
  client: pg.Client,
  value: 'loading' | 'loaded' | 'removed',
): Promise<void> {
  await client.query(
    `create table if not exists ${table} (name text primary key, value text not null)`,
  )
  await client.query(
    `insert into ${table} (name, value) values ('sample-edition', $1)
     on conflict (name) do update set value = excluded.value`,
    [value],
  )
}

export async function hasAccounts(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>(
    'select exists (select from users) as found',
  )
  return rows[0]?.found === true
}

async function hasTable(client: pg.Client, name: string): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>(
    'select to_regclass($1) is not null as found',
    [name],
  )
  return rows[0]?.found === true
}
