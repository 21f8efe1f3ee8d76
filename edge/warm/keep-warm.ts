import type { Edge } from '../edge.ts'
import { warmUp } from './warm-up.ts'

export type Warmth = {
  /** Whether what readers wanted most is there, as far as it could be had in time. */
  readonly isWarm: boolean
  /** Writes down what was read until now. */
  close(): void
}

/** ms between lists on disk: so much of what was read is forgotten when the edge is killed. */
const saveInterval = 30_000

/**
 * Fetches what readers wanted most before this edge began (an edge of another build, or one that was killed, leaves no pages
 * behind), and remembers from now on what they want.
 */
export function keepWarm(edge: Edge): Warmth {
  const { wanted, store, log, renders } = edge
  let isWarm = !renders.keeps
  const began = performance.now()
  if (renders.keeps)
    void warmUp(edge).then((pages) => {
      isWarm = true
      if (pages > 0)
        log.info({ pages, ms: Math.round(performance.now() - began) }, 'the edge is warm')
    })
  const save = () => {
    wanted.add(store.takeReads())
    wanted.save()
  }
  const timer = renders.keeps ? setInterval(save, saveInterval).unref() : undefined
  return {
    get isWarm() {
      return isWarm
    },
    close: () => {
      clearInterval(timer)
      if (renders.keeps) save()
    },
  }
}
