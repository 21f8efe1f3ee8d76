import type { Edge } from '../edge.ts'
import { routeOf } from '../http/routes.ts'
import { readTarget } from '../http/target.ts'
import { renderPage } from '../render/render-page.ts'

export type WarmUpOptions = {
  /** Pages at most. */
  pages?: number
  /** ms at most; what is being rendered then goes on behind. */
  patience?: number
}

/** Renders side by side: half of what the renderer is given, the other half is for readers. */
const atOnce = 4

/**
 * Renders what readers wanted most and what is not fresh in memory, the most wanted first. Never rejects: a page that fails is
 * as missing as it was.
 * @returns how many pages came
 */
export async function warmUp(
  edge: Pick<Edge, 'cache' | 'renders' | 'wanted'>,
  { pages = 200, patience = 10_000 }: WarmUpOptions = {},
): Promise<number> {
  const { cache, renders, wanted } = edge
  const left = wanted.top(pages).values()
  const until = performance.now() + patience
  let came = 0
  const work = async () => {
    for (const path of left) {
      if (performance.now() >= until) return
      const page = pageAt(path)
      if (!page || cache.fresh(path)) continue
      await cache
        .get(path, (begin) => renderPage(renders, page, begin))
        .then(
          () => came++,
          () => {
            // The cache has logged it.
          },
        )
    }
  }
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patience)
  })
  await Promise.race([Promise.all(Array.from({ length: atOnce }, work)), late])
  clearTimeout(timer)
  return came
}

/** What an address is to this build; null for what is no page of it. */
function pageAt(path: string) {
  const target = readTarget(path)
  const route = target.kind === 'bad' ? null : routeOf(target)
  if (route?.kind !== 'page' || route.path !== path || route.query !== '') return null
  const { kind, language } = route.address
  return { path, kind, language }
}
