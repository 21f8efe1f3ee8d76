import type pg from 'pg'

/**
 * Does work that fills tables, in one transaction and without what looks at each row by itself: indexes and
 * references, which are built and checked again at its end, all rows at once instead of one in each of a
 * hundred, and triggers, whose work the filling does. Primary keys stay, to which rows are joined. Whoever else reads the
 * tables waits meanwhile; when the work fails, or its rows are not apart as a unique index wants them, everything is as
 * before.
 */
export async function withoutChecks<T>(
  client: pg.ClientBase,
  tables: readonly string[],
  work: () => Promise<T>,
): Promise<T> {
  await client.query('begin')
  try {
    const indexes = await indexesOf(client, tables)
    const references = await referencesOf(client, tables)
    for (const table of tables) await client.query(`alter table ${table} disable trigger user`)
    for (const { table, name } of references)
      await client.query(`alter table ${table} drop constraint ${name}`)
    for (const { name } of indexes) await client.query(`drop index ${name}`)
    await client.query(quickCompression)
    const result = await work()
    await client.query(`set local maintenance_work_mem to '128MB'`)
    for (const { definition } of indexes) await client.query(definition)
    for (const { table, name, definition } of references)
      await client.query(`alter table ${table} add constraint ${name} ${definition}`)
    for (const table of tables) await client.query(`alter table ${table} enable trigger user`)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/** LZ4 takes a tenth of the time of PostgreSQL's own compression; not every build of PostgreSQL has it. */
const quickCompression = `
  select set_config('default_toast_compression', 'lz4', true) from pg_settings
  where name = 'default_toast_compression' and 'lz4' = any(enumvals)`

async function indexesOf(client: pg.ClientBase, tables: readonly string[]) {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i where i.indrelid = any($1::regclass[])
       and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
     order by i.indexrelid`,
    [tables],
  )
  return rows
}

async function referencesOf(client: pg.ClientBase, tables: readonly string[]) {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(
    `select c.conrelid::regclass::text as "table", quote_ident(c.conname) as name,
       pg_get_constraintdef(c.oid) as definition
     from pg_constraint c where c.conrelid = any($1::regclass[]) and c.contype = 'f'
     order by c.oid`,
    [tables],
  )
  return rows
}
