import { isStoryPath } from '../../lib/urls.ts'
import type { Kept } from '../cache/page-store.ts'
import type { ConsentEvent, Counts } from './counts.ts'

/** What readers do that is counted. */
export type Tally = {
  answered(event: ConsentEvent): void
  /** @param path that a page says was read: it counts when it is a story that is kept */
  read(path: string): void
}

/** Counts here. @param find a kept page, fresh or not */
export const localTally = (
  counts: Pick<Counts, 'answered' | 'read'>,
  find: (path: string) => Kept | undefined,
): Tally => ({
  answered: (event) => counts.answered(event),
  read: (path) => {
    if (isKeptStory(path, find)) counts.read(path)
  },
})

/** Whoever reads a story has just got it from here: made-up addresses find nothing, and cost nothing. */
export const isKeptStory = (path: string, find: (path: string) => Kept | undefined): boolean =>
  isStoryPath(path) && find(path)?.page.status === 200
