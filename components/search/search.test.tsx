import { card, render } from '../../__tests__/unit/render.tsx'
import type { SearchPage } from '../../lib/reading/search-types.ts'
import { readSearchParameters } from '../../lib/search/query/parameters.ts'
import { SearchView } from './search-view.tsx'

const page: SearchPage = {
  parameters: readSearchParameters({ q: 'bridge', section: 'city' }),
  results: [
    {
      language: 'en',
      href: '/en/2026/11/01/bridge',
      kicker: 'City',
      headline: ['The ', 'bridge', ''],
      passage: ['A ', 'bridge', ' & <more>'],
      publishedAt: '2026-11-01T00:00:00.000Z',
      section: 'City',
    },
  ],
  count: 1000,
  more: true,
  cut: false,
  broken: false,
  apart: false,
  next: '/en/search?q=bridge&after=1-2-3',
  sections: [{ value: 'city', name: 'City', count: 3 }],
  series: [],
  years: [],
  author: null,
  spellings: [],
  fewer: [],
  elsewhere: [],
  latest: [],
}
const show = (facts: Partial<SearchPage>) =>
  render(<SearchView page={{ ...page, ...facts }} language="en" />)

describe('the page of a search', () => {
  it('shows what was searched, what narrows it, how many were found and where they say so', () => {
    const html = show({})
    expect(html).toContain('value="bridge"')
    expect(html).toContain('<option value="city" selected="">City (3)</option>')
    expect(html).toMatch(/<details[^>]* open=""/)
    expect(html).toContain('More than 1,000 stories found')
    expect(html).toContain('A <mark>bridge</mark> &amp; &lt;more&gt;')
    expect(html).toContain('href="/en/search?q=bridge&amp;after=1-2-3" rel="next"')
  })

  it('where nothing was found, says what else there is, and only then', () => {
    const proposal = { text: 'bridges', href: '/en/search?q=bridges', count: 2 }
    const help = {
      spellings: [proposal],
      elsewhere: [{ ...proposal, href: '/zh/search?q=bridge', language: 'zh' as const }],
      latest: [card],
    }
    const html = show({ ...help, results: [], count: 0, more: false, next: null })
    for (const part of ['No stories found', 'Did you mean', '2 stories found', 'Latest stories'])
      expect(html).toContain(part)
    expect(html).not.toContain('With fewer words')
    expect(show(help)).not.toContain('Did you mean')
  })

  it('does not claim that there is nothing where it was not looked at to the end', () => {
    const html = show({ broken: true, results: [], count: 0, more: false, next: null })
    expect(html).toContain('took too long')
    expect(html).not.toContain('No stories found')
  })

  it('says when words were cut off, taken apart or too slow', () => {
    const html = show({ cut: true, apart: true, broken: true })
    for (const part of [
      'first 200 characters, and 24 words at most',
      'stands nowhere as a whole',
      'took too long',
    ])
      expect(html).toContain(part)
  })
})
