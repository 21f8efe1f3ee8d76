/** Places of a front page, of anything that has a number. */
type Numbered = { id: number }
type Top<T> = { lead: T | null; seconds: readonly T[]; filler: readonly T[]; secondsCount: number }
type StripPlaces<T> = { candidates: readonly T[]; size: number }
export type Arrangement<T> = { lead: T | null; seconds: T[]; strips: T[][] }

/**
 * Gives every place a story and no story two places: the lead first, then the seconds, then the strips in
 * order. What was picked goes before what fills.
 */
export function arrange<T extends Numbered>(
  top: Top<T>,
  strips: readonly StripPlaces<T>[],
): Arrangement<T> {
  const used = new Set<number>()
  const take = (candidates: readonly T[], count: number): T[] => {
    const taken: T[] = []
    for (const candidate of candidates) {
      if (taken.length === count) break
      if (used.has(candidate.id)) continue
      used.add(candidate.id)
      taken.push(candidate)
    }
    return taken
  }
  // Picked seconds are theirs even when the lead is empty: it fills from what nobody picked.
  const pickedSeconds = new Set(top.seconds.map(({ id }) => id))
  const forLead = top.lead ? [top.lead] : top.filler.filter(({ id }) => !pickedSeconds.has(id))
  const lead = take(forLead, 1)[0] ?? take(top.seconds, 1)[0] ?? null
  const seconds = take([...top.seconds, ...top.filler], top.secondsCount)
  return { lead, seconds, strips: strips.map(({ candidates, size }) => take(candidates, size)) }
}
