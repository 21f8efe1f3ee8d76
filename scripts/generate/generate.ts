import { setImmediate as breath } from 'node:timers/promises'
import type pg from 'pg'
import { type Language, languageCodes } from '../../lib/languages.ts'
import { siteKey, sitemapKey, termsKey } from '../../lib/purge-keys.ts'
import { newsroomZone } from '../../lib/urls.ts'
import { insertStories, reserve, storyTables } from './insert.ts'
import { readStock } from './stock.ts'
import { type Run, type StoryRow, storiesOf } from './stories.ts'
import type { Earlier } from './tell.ts'
import { withoutChecks } from './without-checks.ts'

/** Stories that are written at once. */
const batchSize = 500

export type Generation = {
  client: pg.ClientBase
  /** How many generated stories there are to be; each language's counts as one. */
  stories: number
  /** The same seed tells the same stories, dated back from `until`. */
  seed: number
  until: Date
  onProgress?: (done: number, total: number) => void
}

/**
 * Fills a newsroom with stories, until there are as many generated ones as asked for. What is written
 * is what a published save writes; only the rules of a save are not asked, since the texts keep them.
 * All of it in one transaction: a run that is broken off leaves nothing behind.
 * @returns How many stories were added.
 * @throws {PlainError} when the newsroom has no section, person or picture for a story to stand in.
 */
export async function generateStories(generation: Generation): Promise<number> {
  const { client, stories: total, seed, until, onProgress } = generation
  const run: Run = { seed, until, stock: await readStock(client) }
  const before = await stateOf(client)
  let { index } = before
  const earlier: Partial<Record<Language, Earlier>> = {}
  if (before.present >= total) return 0
  await withoutChecks(client, storyTables, async () => {
    // The next batch is told while the last one is written.
    let writing: Promise<void> = Promise.resolve()
    try {
      for (let told = before.present; told < total; ) {
        const ids = await reserve(client, 'articles', Math.min(batchSize, total - told))
        const batch: StoryRow[] = []
        for (; batch.length < ids.length; index += 1) {
          const story = storiesOf(run, index, ids.slice(batch.length), earlier)
          for (const { language, id, headline } of story) earlier[language] = { id, headline }
          batch.push(...story)
          await breath()
        }
        told += batch.length
        const done = told
        await writing
        writing = insertStories(client, batch).then(() => onProgress?.(done, total))
        // It is awaited when the next batch is told: a failure before that is not forgotten.
        writing.catch(() => {})
      }
      await writing
    } finally {
      // What is rolled back must not be written on behind it.
      await writing.catch(() => {})
    }
    await announce(client)
  })
  // So that lists are read from indexes alone from the first reader on, and planned for what is there. Long texts, which
  // lie apart, are in no list.
  await client.query(`vacuum (analyze, process_toast false) ${storyTables.join(', ')}`)
  return total - before.present
}

/** How many generated stories there are, and which one comes next: their slugs end in their index. */
async function stateOf(client: pg.ClientBase): Promise<{ present: number; index: number }> {
  const { rows } = await client.query<{ present: number; last: number | null }>(
    `select count(*)::int as present, max(substring(a.slug from '-([0-9]{1,8})$')::int) as last
     from articles a join imported_documents d on d.document_id = a.id
     where d.collection = 'articles' and d.edition = 'generated'`,
  )
  const { present = 0, last = null } = rows[0] ?? {}
  return { present, index: (last ?? -1) + 1 }
}

/** Tells the edge of a running portal: of so many stories, every page may show one. */
async function announce(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ keys: string[] }>(
    `select array_agg(distinct 'sitemap:' || language || ':'
       || to_char(published_at at time zone $1, 'YYYY-MM')) as keys from articles`,
    [newsroomZone],
  )
  const keys = [siteKey, termsKey, ...languageCodes.map((language) => sitemapKey(language))]
  await client.query('insert into outbox (keys) values ($1)', [[...keys, ...(rows[0]?.keys ?? [])]])
}
