/** Numbers that look random and are the same at every run. */
export type Random = {
  /** From 0 inclusive to 1 exclusive. */
  next(): number
  /** A whole number, both bounds inclusive. */
  between(least: number, most: number): number
  /** @throws {Error} when there is nothing to choose from. */
  pick<T>(choices: readonly T[]): T
  /** Some of them, each once, in an order of its own. */
  some<T>(choices: readonly T[], count: number): T[]
}

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, enough to vary texts. */
export function randomOf(seed: number, stream: number): Random {
  let state = (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(stream + 1, 0xc2b2ae35)) | 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  const pick = <T>(choices: readonly T[]): T => {
    const index = between(0, choices.length - 1)
    if (index >= choices.length) throw new Error('There is nothing to choose from')
    return choices[index] as T
  }
  const some = <T>(choices: readonly T[], count: number): T[] => {
    const left = [...choices]
    return Array.from({ length: Math.min(count, left.length) }, () =>
      left.splice(between(0, left.length - 1), 1),
    ).flat()
  }
  return { next, between, pick, some }
}
