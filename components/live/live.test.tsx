import { render } from '../../__tests__/unit/render.tsx'
import type { LiveCoverage, LiveEntry } from '../../lib/live/live.ts'
import { LiveBlog } from './live-blog.tsx'

const path = '/en/2026/01/02/live'
const entry = (id: number, told: Partial<LiveEntry> = {}): LiveEntry => ({
  id,
  href: `${path}/updates/${id}`,
  at: '2026-01-02T04:05:00.000Z',
  headline: `Entry ${id}`,
  body: [],
  text: '',
  revision: 'a',
  ...told,
})
const coverage: LiveCoverage = {
  state: 'running',
  endedAt: null,
  startedAt: '2026-01-02T04:05:00.000Z',
  latestAt: '2026-01-02T04:05:00.000Z',
  entries: [entry(2), entry(1)],
  pinned: null,
  keyPoints: [],
  older: null,
}
const html = (told: Partial<LiveCoverage>, language: 'en' | 'zh' = 'en') =>
  render(<LiveBlog live={{ ...coverage, ...told }} path={path} />, language)

describe('entries of a live story', () => {
  it('each have a heading, the hour of Chongqing, an anchor and an address of their own', () => {
    const text = html({})
    expect(text).toContain('id="entry-2"')
    expect(text).toContain(`href="${path}/updates/2"`)
    expect(text).toMatch(/<time dateTime="2026-01-02T12:05:00\+08:00">12:05<\/time>/i)
    expect(text.indexOf('Entry 2')).toBeLessThan(text.indexOf('Entry 1'))
  })

  it('while it goes on, the page asks for more, and a link loads it anew without script', () => {
    const text = html({}, 'zh')
    expect(text).toContain(`address="${path}/live.json"`)
    expect(text).toContain('#条新进展')
    expect(text).toContain('直播中')
    expect(text).toMatch(new RegExp(`href="${path}"[^>]*>刷新<`))
  })

  it.each(['ended', 'replay'] as const)('once it is over (%s), nothing is asked', (state) => {
    const text = html({ state, endedAt: '2026-01-02T06:00:00.000Z' })
    expect(text).not.toContain('live-blog')
    expect(text).toContain(state === 'replay' ? 'The times are those of the events' : '14:00')
  })

  it('a key point leads to its entry on the page, or to its own address', () => {
    const text = html({ keyPoints: [entry(2), entry(9)] })
    expect(text).toContain('<a href="#entry-2">')
    expect(text).toContain(`<a href="${path}/updates/9">`)
  })

  it('the pinned one stands above, and once', () => {
    const text = html({ pinned: entry(3) })
    expect(text.match(/id="entry-3"/g)).toHaveLength(1)
    expect(text.indexOf('Entry 3')).toBeLessThan(text.indexOf('Entry 2'))
    expect(text).toContain('Pinned')
  })
})
