import type { Page } from 'playwright-core'

type Shift = PerformanceEntry & {
  value: number
  sources: { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[]
}

/**
 * Watches what a page moves without being asked (CLS), from its next address on.
 * @returns What asks for the moves: how much of the window, what, from where and to where.
 */
export async function watchShifts(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const moves: string[] = []
    Object.assign(window, { moves })
    const told = ({ node, previousRect, currentRect }: Shift['sources'][number]) => {
      const element = node instanceof Element ? node : node?.parentElement
      const name = `${element?.localName}.${element?.className} "${node?.textContent?.slice(0, 40)}"`
      return `${name} ${JSON.stringify([previousRect, currentRect])}`
    }
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries() as Shift[])
        moves.push(`${value}: ${sources.map(told).join(', ')}`)
    }).observe({ type: 'layout-shift', buffered: true })
  })
  return () => page.evaluate<string[]>(() => Reflect.get(window, 'moves'))
}

/** An old phone at the edge of its network: bytes arrive few at a time, and between them the page is laid out. */
export async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 6 })
  await session.send('Network.enable')
  const bytesPerSecond = 20 * 1024
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 50,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  })
}
