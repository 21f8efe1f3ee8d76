import type { Taken } from '../misses.ts'
import type { AtSize } from './measure.ts'

/** How much longer a page may take among 100,000 stories and more than among the fewest. */
const most = (stories: number): number => (stories > 100_000 ? 2 : 1.5)

/** A table for people: each time beside its ratio to that with the fewest stories, with a mark where it is too much. */
export function printScale(figures: readonly AtSize[]): void {
  const [least] = figures
  if (!least) return
  const timesOf = ({ misses, newsroom, published }: AtSize): Record<string, Taken> => ({
    ...misses,
    'newsroom, list': newsroom.list,
    'newsroom, save': newsroom.save,
    'publish to visible': { ...published, p95: published.p99 },
  })
  const base = timesOf(least)
  const row = (name: string): Record<string, string | number> => {
    const cells: Record<string, string | number> = { what: name }
    for (const at of figures) {
      const taken = timesOf(at)[name]
      const ratio = (taken?.p50 ?? Number.NaN) / (base[name]?.p50 ?? Number.NaN)
      cells[`${at.stories}: p50`] = Number(taken?.p50.toFixed(1))
      cells[`${at.stories}: p95`] = Number(taken?.p95.toFixed(1))
      if (at !== least)
        cells[`${at.stories}: ratio`] = `${ratio.toFixed(2)}${ratio > most(at.stories) ? ' !' : ''}`
    }
    return cells
  }
  console.log('Misses through the edge, one at a time, and the newsroom, ms:')
  console.table(Object.keys(base).map(row))
  console.table(
    figures.map(({ stories, perSecond, databaseMb, memoryMb }) => ({
      stories,
      'generated a second': perSecond.written,
      'and indexed': perSecond.indexed,
      'database, MB': databaseMb,
      ...Object.fromEntries(memoryMb.map(({ name, megabytes }) => [`${name}, MB`, megabytes])),
    })),
  )
}
