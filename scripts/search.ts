import { adapterOf } from '../newsroom/database.ts'
import { rebuildSearch } from '../newsroom/search/rebuild.ts'
import { report } from './report.ts'
import { withNewsroom } from './with-newsroom.ts'

/**
 * Builds what is missing of the search index in the newsroom of DATABASE_URL, or with `--anew` all of it.
 * Run by the start (`npm start`, `npm run search:rebuild`).
 */
await withNewsroom(async (payload) => {
  const anew = process.argv.includes('--anew')
  const onProgress = (done: number, total: number) => report(done, total, 'stories')
  const done = await rebuildSearch(adapterOf(payload).drizzle, { anew, onProgress })
  report(done, done, 'stories')
})
