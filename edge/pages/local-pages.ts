import type { PageKind } from '../cache/lifetimes.ts'
import { renderDrawing } from '../drawings/render-drawing.ts'
import type { Edge } from '../edge.ts'
import type { LimitName } from '../limits/limits.ts'
import { spendFor } from '../limits/spend.ts'
import { renderPage } from '../render/render-page.ts'
import { type Pages, unknownKey } from './pages.ts'

/** Kinds of pages that have a limit of their own. */
const limitOf: Partial<Record<PageKind, LimitName>> = {
  search: 'search',
  'search-suggest': 'suggest',
}

/** Pages from the cache of this process, and from the renderer behind it. */
export const localPages = (edgeOf: () => Edge): Pages => ({
  async page({ network, ...wanted }) {
    const { cache, renders, limits, inside, warming } = edgeOf()
    const key = wanted.path
    // A page that is about to come back need not be rendered.
    await warming
    const limit = limitOf[wanted.kind] ?? 'unknown'
    if (!cache.holds(key)) await spendFor(limits, network, limit, 0)
    const served = await cache.get(key, (begin) => renderPage(renders, wanted, begin))
    // What was in the store has been counted there.
    if (served.how === 'miss' || served.how === 'collapsed') served.kept.reads++
    const isUnknown = served.kept.page.status === 404 || key.includes('?')
    if (served.how === 'miss' && isUnknown) await limits.take(limit, network)
    inside.served(served.how)
    return served
  },
  async unknown({ language, requestId }) {
    const { cache, renders, inside } = edgeOf()
    const wanted = { path: `/${language}/-/not-found`, kind: 'not-found', language } as const
    const served = await cache.get(unknownKey(language), (begin) =>
      renderPage(renders, { ...wanted, requestId }, begin),
    )
    inside.served(served.how)
    return served
  },
  async drawing({ network, ...wanted }) {
    const { drawings, limits, inside } = edgeOf()
    if (!drawings.cache.holds(wanted.path)) await spendFor(limits, network, 'drawing')
    const served = await drawings.cache.get(wanted.path, (begin) =>
      renderDrawing(drawings.renders, wanted, begin),
    )
    inside.served(served.how)
    return served
  },
})
