import { weigh } from '../../scripts/bench/weigh.ts'
import { named } from '../harness/pages.ts'
import { portalUrl } from '../harness/portal.ts'

/** Bytes on the wire, in Brotli, without pictures and fonts. */
const limits = { css: 10 * 1024, script: 6 * 1024 }
const htmlOf: Readonly<Record<string, number>> = { 'front page': 16 * 1024, story: 12 * 1024 }

describe('what a page costs its reader', () => {
  it.each(named)('%s: within the limits of styles and script', async (_name, page) => {
    const { html, css, script } = await weigh(portalUrl(), page.path)
    expect(html).toBeGreaterThan(1000)
    expect(html).toBeLessThanOrEqual(htmlOf[page.type] ?? Number.POSITIVE_INFINITY)
    expect(css).toBeGreaterThan(1000)
    expect(css).toBeLessThanOrEqual(limits.css)
    expect(script).toBeGreaterThan(1000)
    expect(script).toBeLessThanOrEqual(limits.script)
  })
})
