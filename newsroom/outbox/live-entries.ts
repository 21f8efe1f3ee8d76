import type { PayloadRequest } from 'payload'
import { keysTouchedByEntries, listKeysOf } from '../../lib/purge-keys.ts'
import { publicState } from './articles.ts'
import { writeOutbox } from './write.ts'

/**
 * Tells the edge that the entries of a live story have changed, and followers of its feeds.
 * @param urgent when one of them is withdrawn
 */
export async function announceEntries(
  req: PayloadRequest,
  story: number,
  { urgent }: { urgent: boolean },
): Promise<void> {
  const state = await publicState(req, story)
  if (!state?.live) return
  await writeOutbox(req, { keys: keysTouchedByEntries(state), told: listKeysOf(state), urgent })
}
