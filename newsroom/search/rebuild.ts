import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { sql } from '@payloadcms/db-postgres'
import { languageCodes } from '../../lib/languages.ts'
import { searchKey } from '../../lib/purge-keys.ts'
import { postgresIndex } from '../../lib/search/postgres.ts'
import { searchRules } from '../../lib/search/rules.ts'
import type { Database } from '../database.ts'
import { indexStories, readNames } from './keep-index.ts'

/** More than any story's number. */
const aboveAll = 2 ** 31 - 1
const kinds = ['sections', 'series', 'topics', 'people'] as const

type Pool = PostgresAdapter['drizzle']
export type RebuildOptions = {
  /** Every story, not only those that the index has not, or has by other rules. */
  anew?: boolean
  /** Stories of one transaction: a save of one of them waits that long. */
  batchSize?: number
  onProgress?: (done: number, total: number) => void
}

/**
 * Builds what is missing of the search index, from the stories that were entered last to the first, while the newsroom
 * goes on writing and readers go on searching. A run over every story that was broken off is gone on with.
 * @returns How many stories were indexed.
 */
export async function rebuildSearch(
  pool: Pool,
  { anew = false, batchSize = 100, onProgress }: RebuildOptions = {},
): Promise<number> {
  const run = await begin(pool, anew)
  let done = await indexBelow(pool, run, batchSize, onProgress)
  // Stories that others wrote without the index, as the generator does, while a run was broken off.
  if (run.place < aboveAll)
    done += await indexBelow(pool, { anew: false, place: aboveAll }, batchSize, onProgress)
  await pool.execute(sql`
    delete from search_stories s where not exists (
      select from articles a where a.id = s.story_id and a._status = 'published')`)
  await pool.execute(sql`update search_state set finished_at = now()`)
  if (done > 0) {
    await pool.execute(sql`vacuum (analyze) search_stories`)
    // What was searched meanwhile was searched in half an index.
    const keys = JSON.stringify(languageCodes.map(searchKey))
    await pool.execute(sql`
      insert into outbox (keys) select array_agg(key) from jsonb_array_elements_text(${keys}::jsonb) key`)
  }
  return done
}

/** Whether all stories are read, and below which number it goes on. */
type Run = { anew: boolean; place: number }

/** @returns How many stories were indexed. */
async function indexBelow(
  pool: Pool,
  run: Run,
  batchSize: number,
  onProgress: RebuildOptions['onProgress'],
): Promise<number> {
  const { rows } = await pool.execute(sql`
    select count(*)::int as total from articles a
    where a._status = 'published' and a.id < ${run.place} and ${isWanted(run)}`)
  const total = Number(rows[0]?.total)
  let done = 0
  // The texts of a batch are taken apart while the one before it is written.
  let written: Promise<void> = Promise.resolve()
  for (let { place } = run; ; ) {
    const before = written
    const batch = beginBatch(pool, { ...run, place }, batchSize, before)
    const ids = await batch.chosen
    written = batch.written.then(() => {
      done += ids.length
      if (ids.length > 0) onProgress?.(done, total)
    })
    // It is awaited with the next batch: a failure before that is not forgotten.
    written.catch(() => {})
    await before
    const last = ids.at(-1)
    if (last === undefined) break
    place = last
  }
  await written
  return done
}

/** Asked from the run's place on: the planner would go through all of the index up to there for every batch. */
const isWanted = ({ anew, place }: Run) =>
  anew
    ? sql`true`
    : sql`not exists (
        select from search_stories s
        where s.story_id < ${place} and s.story_id = a.id and s.rules = ${searchRules})`

/**
 * Where to go on from: only what reads every story has to remember. Names are few, and written anew each time.
 */
async function begin(pool: Pool, anew: boolean): Promise<Run> {
  return await pool.transaction(async (transaction) => {
    const isBrokenOff = sql`search_state.finished_at is null and search_state.rules = excluded.rules`
    const { rows } = await transaction.execute(sql`
      insert into search_state (rules, anew) values (${searchRules}, ${anew})
      on conflict (single) do update set
        done_down_to = case when ${isBrokenOff} and not excluded.anew
          then search_state.done_down_to end,
        anew = excluded.anew or (${isBrokenOff} and search_state.anew),
        rules = excluded.rules, finished_at = null
      returning done_down_to, anew`)
    const [{ anew: isAnew, done_down_to: reached } = {}] = rows
    const run = { anew: isAnew === true, place: isAnew && reached ? Number(reached) : aboveAll }
    await nameAll(transaction)
    if (run.anew && run.place === aboveAll) await transaction.execute(sql`delete from search_words`)
    return run
  })
}

/** What is called something is held before its names are read, so that no save comes in between. */
async function nameAll(database: Database): Promise<void> {
  const index = postgresIndex(database)
  for (const kind of kinds)
    await database.execute(sql`select from ${sql.identifier(kind)} order by id for share`)
  await database.execute(sql`delete from search_names`)
  for (const kind of kinds) {
    const { rows } = await database.execute(sql`select id from ${sql.identifier(kind)} order by id`)
    for (const { id } of rows)
      await index.nameTerm(kind, Number(id), await readNames(database, kind, Number(id)))
  }
}

type Batch = {
  /** Numbers of its stories; none when all are done. */
  chosen: Promise<number[]>
  written: Promise<void>
}

/** @param before the batch before it, behind which it is written */
function beginBatch(pool: Pool, run: Run, size: number, before: Promise<void>): Batch {
  let choose: (ids: number[]) => void = () => {}
  const found = new Promise<number[]>((resolve) => {
    choose = resolve
  })
  const written = pool.transaction(async (transaction) => {
    const { rows } = await transaction.execute(sql`
      select a.id from articles a
      where a.id < ${run.place} and a._status = 'published' and ${isWanted(run)}
      order by a.id desc limit ${size}`)
    const ids = rows.map((row) => Number(row.id))
    choose(ids)
    const last = ids.at(-1)
    if (last === undefined) return
    // Which holds them first, in the order in which everybody does.
    await indexStories(transaction, ids, before)
    await before
    await transaction.execute(sql`update search_state set done_down_to = ${last}`)
  })
  // When it fails before they are found, they never will be.
  const chosen = Promise.race([found, written.then(() => found)])
  return { chosen, written }
}
