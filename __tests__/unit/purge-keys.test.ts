import {
  type ArticleFacts,
  anniversaryKey,
  isWithdrawal,
  keysOf,
  keysTouchedBy,
} from '../../lib/purge-keys.ts'

const story: ArticleFacts = {
  id: 7,
  language: 'en',
  path: '/en/2026/01/02/a-story',
  live: true,
  publishedAt: '2026-01-02T03:04:05.000Z',
  editions: [{ id: 8, language: 'zh', publishedAt: '2026-01-31T16:00:00.000Z' }],
  section: 'city',
  series: 'uphill-city',
  topics: ['food'],
  authors: ['lin-shan'],
}

const meets = (path: string, keys: readonly string[]) =>
  keysOf(path).some((key) => keys.includes(key))

describe('purge keys', () => {
  const keys = keysTouchedBy(null, story)

  it.each([
    '/en',
    '/en/latest',
    '/en/feed.xml',
    '/en/city',
    '/en/city/feed.xml',
    '/en/archive',
    '/en/archive/2026-01',
    '/en/archive/2026-01-02',
    '/en/archive/2026-01-02/after-9',
    '/en/city/archive',
    '/en/city/archive/2026-01',
    '/en/series/uphill-city/archive/2026-01',
    '/en/topics/food/archive/2026-01',
    '/en/authors/lin-shan/archive/2026-01-31',
    '/en/series/uphill-city',
    '/en/topics/food',
    '/en/topics/food/feed.xml',
    '/en/authors/lin-shan',
    '/en/2026/01/02/a-story',
    '/en/topics/food/feed.json',
    '/sitemap.xml',
    '/en/sitemaps/2026-01.xml',
    '/en/sitemaps/2026-01-2.xml',
    '/zh/sitemaps/2026-02.xml',
    '/en/sitemaps/news.xml',
    '/en/sitemaps/pages.xml',
  ])('a new story touches %s', (path) => {
    expect(meets(path, keys)).toBe(true)
  })

  it.each([
    '/zh',
    '/zh/city',
    '/en/travel',
    '/en/archive/2026-02',
    '/en/city/archive/2025-12',
    '/zh/archive/2026-01',
    '/en/travel/archive/2026-01',
    '/en/topics/history',
    '/en/about',
    '/en/message',
    '/en/feeds',
    '/en/sitemaps/2026-02.xml',
    '/robots.txt',
  ])('a new story leaves %s alone', (path) => {
    expect(meets(path, keys)).toBe(false)
  })

  it('touches the pages that show the story, and its other edition', () => {
    expect(keys).toEqual(expect.arrayContaining(['articles:7', 'articles:8']))
  })

  it('a story that moves touches where it was and where it is', () => {
    const moved = { ...story, path: '/en/2026/01/02/moved', section: 'travel' }
    const touched = keysTouchedBy(story, moved)
    for (const path of [story.path, moved.path, '/en/city', '/en/travel'])
      expect(meets(path ?? '', touched)).toBe(true)
  })

  it('a story that gets another date touches both months', () => {
    const later = { ...story, publishedAt: '2026-03-01T00:00:00.000Z' }
    const touched = keysTouchedBy(story, later)
    for (const month of ['2026-01', '2026-03'])
      for (const path of [`/en/sitemaps/${month}.xml`, `/en/archive/${month}`])
        expect(meets(path, touched)).toBe(true)
  })

  it('a story touches what shows its day of the calendar, by the clock of Chongqing', () => {
    const late = { ...story, publishedAt: '2019-11-23T16:00:00.000Z' }
    expect(keysTouchedBy(null, late)).toContain(anniversaryKey('en', '11-24'))
  })

  it('a draft touches nothing', () => {
    const draft = { ...story, live: false }
    expect(keysTouchedBy(null, draft)).toEqual([])
    expect(keysTouchedBy(draft, draft)).toEqual([])
  })

  it('only what was live and no longer is counts as withdrawn', () => {
    const draft = { ...story, live: false }
    expect(isWithdrawal(story, draft)).toBe(true)
    expect(isWithdrawal(story, null)).toBe(true)
    expect(isWithdrawal(draft, null)).toBe(false)
    expect(isWithdrawal(story, story)).toBe(false)
  })

  it('an unknown address depends on the site and on itself', () => {
    expect(keysOf('/nowhere')).toEqual(['site', 'address:/nowhere'])
  })
})
