import type pg from 'pg'

/**
 * Does work that fills tables, in one transaction and without their indexes, which are built again at
 * its end: by sorting once instead of finding a place for each row in each of seventy indexes. What keeps
 * rows apart (primary keys, unique indexes) stays. Whoever else reads the tables waits meanwhile; when
 * the work fails, everything is as before.
 */
export async function withoutIndexes<T>(
  client: pg.ClientBase,
  tables: readonly string[],
  work: () => Promise<T>,
): Promise<T> {
  await client.query('begin')
  try {
    const indexes = await indexesOf(client, tables)
    for (const { name } of indexes) await client.query(`drop index ${name}`)
    const result = await work()
    await client.query(`set local maintenance_work_mem to '128MB'`)
    for (const { definition } of indexes) await client.query(definition)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

async function indexesOf(client: pg.ClientBase, tables: readonly string[]) {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i where i.indrelid = any($1::regclass[]) and not i.indisunique
     order by i.indexrelid`,
    [tables],
  )
  return rows
}
