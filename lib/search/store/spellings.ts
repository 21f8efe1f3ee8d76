import { sql } from '@payloadcms/db-postgres'
import type { Database } from '../../../newsroom/database.ts'
import type { Language } from '../../languages.ts'
import { isSpellableHan, isSpellableLatin } from '../text/spellable.ts'
import { soundOf } from './vocabulary.ts'

/** Words looked at for one that is not found: those of the nearest length. */
const mostLooked = 4000

/**
 * Steps from one word to another: a letter more, less, another, or two that changed places (the optimal
 * string alignment distance).
 */
function stepsBetween(one: string, other: string): number {
  const [a, b] = [[...one], [...other]]
  let [earlier, before, now] = [[] as number[], [] as number[], b.map((_, j) => j).concat(b.length)]
  for (let i = 1; i <= a.length; i += 1) {
    ;[earlier, before, now] = [before, now, [i]]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      const steps = [(before[j] ?? 0) + 1, (now[j - 1] ?? 0) + 1, (before[j - 1] ?? 0) + same]
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        steps.push((earlier[j - 2] ?? 0) + 1)
      now[j] = Math.min(...steps)
    }
  }
  return now[b.length] ?? 0
}

/** The words of headlines that are nearest to one that was typed, at most two steps away; nearest first. */
export async function spellingsOf(
  database: Database,
  word: string,
  language: Language,
): Promise<string[]> {
  const isHan = isSpellableHan(word)
  if (!isHan && !isSpellableLatin(word)) return []
  const most = isHan ? word.length : word.length < 6 ? 1 : 2
  const { rows } = await database.execute(sql`
    select word from search_words
    where language = ${language} and sound = ${soundOf(word)} and word <> ${word}
      and length(word) between ${word.length - 2} and ${word.length + 2}
    order by abs(length(word) - ${word.length}), word limit ${mostLooked}`)
  return rows
    .map((row) => ({ word: String(row.word), steps: stepsBetween(word, String(row.word)) }))
    .filter(({ steps }) => steps <= most)
    .sort((a, b) => a.steps - b.steps || (a.word < b.word ? -1 : 1))
    .map(({ word }) => word)
    .slice(0, 5)
}
