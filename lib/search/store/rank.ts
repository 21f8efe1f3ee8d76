import { sql } from '@payloadcms/db-postgres'
import type { Database } from '../../../newsroom/database.ts'
import { among } from './among.ts'
import type { Candidate } from './candidates.ts'

export type Ranked = { candidate: Candidate; score: number }

/** So many of the most promising are weighed by all of their text. */
const weighedWhole = 100
/** Days in which the bonus of new stories halves. */
const halfLife = 120
/** What a story of today is worth more than one of long ago, all else being alike. */
const bonus = 0.6
/** Scores are whole numbers, so that a place in the list can be named exactly. */
const scale = 1_000_000
/** What is weighed by all of its text stands before what is not. */
const whole = 1_000 * scale

/** Whole days since 1970, of a time in ms. */
export const dayNumber = (time: number): number => Math.floor(time / 86_400_000)

const freshness = (day: number, today: number): number =>
  1 + bonus * 2 ** (-Math.max(0, today - day) / halfLife)

const byScore = (a: Ranked, b: Ranked): number =>
  b.score - a.score || b.candidate.id - a.candidate.id

/**
 * Sorts candidates, the best first: all by headline, standfirst and names, then the best of them again by
 * everything they say and by how close together it stands; newer before older where the rest is alike.
 * @param match what they match, without what they must not hold
 * @param today the day by which freshness is reckoned
 */
export async function rank(
  database: Database,
  candidates: readonly Candidate[],
  asked: { match: string; weigh: string },
  today: number,
): Promise<Ranked[]> {
  const first = candidates
    .map((candidate): Ranked => {
      const score = Math.round(candidate.rank * freshness(candidate.day, today) * scale)
      return { candidate, score }
    })
    .sort(byScore)
  const best = first.slice(0, weighedWhole).map(({ candidate }) => candidate)
  const texts = await readRanks(database, best, asked)
  const again = best.map((candidate): Ranked => {
    const { id, rank: own, day } = candidate
    const weight = (own + (texts.get(id) ?? 0)) * freshness(day, today)
    return { candidate, score: whole + Math.round(weight * scale) }
  })
  return [...again.sort(byScore), ...first.slice(weighedWhole)]
}

async function readRanks(
  database: Database,
  candidates: readonly Candidate[],
  { match, weigh }: { match: string; weigh: string },
): Promise<Map<number, number>> {
  if (candidates.length === 0) return new Map()
  const ids = candidates.map(({ id }) => id)
  const { rows } = await database.execute(sql`
    select story_id, ts_rank('{0.1, 0.2, 0.5, 1}', words, ${weigh}::tsquery, 1)
      + ts_rank_cd('{0.1, 0.2, 0.5, 1}', words, ${match}::tsquery, 1) as rank
    from search_stories where story_id in ${among(ids)}`)
  return new Map(rows.map((row) => [Number(row.story_id), Number(row.rank)]))
}
