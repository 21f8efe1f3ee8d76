import { bodyOf } from './body-of.ts'
import { messageOf, need, type Run, storyKey } from './run.ts'

/** Entries of live stories, oldest first, once there are stories and pictures for them to refer to. */
export async function loadLive(run: Run): Promise<void> {
  for (const { slug, language, file, entries } of run.edition.live) {
    const story = need(run.known.articles, storyKey(language, slug), `${language} story`)
    for (const { at, headline, text, key, pinned } of entries.toSorted((a, b) =>
      a.at.localeCompare(b.at),
    )) {
      const body = text === undefined ? undefined : bodyOf(run, file, text, language)
      const told = { at, body, isKeyPoint: key, isPinned: pinned, _status: 'published' }
      await run.ensure('live-entries', { story, headline }, told).catch((error: unknown) => {
        throw new Error(`${file}: ${messageOf(error)}`, { cause: error })
      })
    }
    run.step(`entries ${slug}`)
  }
}
