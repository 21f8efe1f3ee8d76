import { readEdition } from './folder.ts'
import { loadLive } from './load-live.ts'
import { loadFrontPages, loadPages, loadSite } from './load-pages.ts'
import { loadPictures } from './load-pictures.ts'
import { loadRecordings } from './load-recordings.ts'
import { loadStories } from './load-stories.ts'
import { loadTaxonomies } from './load-taxonomies.ts'
import { type Import, Run } from './run.ts'

/**
 * Loads an edition into the newsroom, through the same rules as an editor's saves. What is there
 * already stays as it is, so that it can be run again after a fault.
 * @throws {Error} that names the file, when one cannot be read or refers to what is not there.
 */
export async function importEdition(task: Import): Promise<{ created: number }> {
  const edition = await readEdition(task.folder)
  const run = new Run(task, edition)
  await loadTaxonomies(run)
  await loadPictures(run)
  await loadRecordings(run)
  await loadStories(run)
  await loadLive(run)
  await loadPages(run)
  await loadFrontPages(run)
  await loadSite(run)
  return { created: run.created }
}
