import axe from 'axe-core'
import type { Page } from 'playwright-core'

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * What axe finds wrong in a page by WCAG 2.2 AA and its own best practice: one text for each broken rule.
 * It runs in the page itself, which is twice as quick as by a second tab; our pages have no frames to
 * look into.
 * @param within a CSS selector
 */
export async function accessibilityFaults(page: Page, within = 'html'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const runOnly: axe.RunOnly = { type: 'tag', values: standards }
  return page.evaluate(
    async ([within, runOnly]) => {
      const { axe } = window as unknown as { axe: typeof import('axe-core') }
      const { violations, passes } = await axe.run(within, { runOnly })
      // Rules that had nothing to look at would pass any page.
      if (violations.length + passes.length === 0) return ['axe looked at nothing']
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
    },
    [within, runOnly] as const,
  )
}
