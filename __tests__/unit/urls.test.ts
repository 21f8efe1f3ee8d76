import { type Address, parseAddress, pathOf, storyPath } from '../../lib/urls.ts'

const liveStory = {
  kind: 'story',
  language: 'zh',
  year: '2026',
  month: '08',
  day: '20',
  slug: 'flood',
} as const

const addresses: [string, Address][] = [
  ['/zh/2026/08/20/flood/live.json', { kind: 'live', language: 'zh', of: liveStory }],
  [
    '/zh/2026/08/20/flood/updates/12',
    { kind: 'live-entry', language: 'zh', of: liveStory, entry: 12 },
  ],
  ['/en', { kind: 'front', language: 'en' }],
  ['/zh/latest', { kind: 'latest', language: 'zh' }],
  ['/en/city', { kind: 'section', language: 'en', slug: 'city' }],
  ['/en/archive', { kind: 'archive', language: 'en', of: { kind: 'latest', language: 'en' } }],
  [
    '/en/city/archive/2023-11',
    {
      kind: 'month',
      language: 'en',
      of: { kind: 'section', language: 'en', slug: 'city' },
      month: '2023-11',
    },
  ],
  [
    '/zh/topics/archive/archive/2024-02-29',
    {
      kind: 'day',
      language: 'zh',
      of: { kind: 'topic', language: 'zh', slug: 'archive' },
      day: '2024-02-29',
      after: null,
    },
  ],
  [
    '/en/archive/2023-11-10/after-712',
    {
      kind: 'day',
      language: 'en',
      of: { kind: 'latest', language: 'en' },
      day: '2023-11-10',
      after: 712,
    },
  ],
  ['/en/most-read', { kind: 'most-read', language: 'en' }],
  ['/zh/on-this-day', { kind: 'on-this-day', language: 'zh' }],
  [
    '/zh/2023/11/10/a-story',
    { kind: 'story', language: 'zh', year: '2023', month: '11', day: '10', slug: 'a-story' },
  ],
  ['/en/series/two-rivers', { kind: 'series', language: 'en', slug: 'two-rivers' }],
  ['/en/topics/food', { kind: 'topic', language: 'en', slug: 'food' }],
  ['/en/authors/lin-shan', { kind: 'author', language: 'en', slug: 'lin-shan' }],
  ['/zh/privacy', { kind: 'page', language: 'zh', slug: 'privacy' }],
  ['/en/message', { kind: 'message', language: 'en' }],
  ['/en/message/send', { kind: 'message-send', language: 'en' }],
  ['/en/message/thanks', { kind: 'message-thanks', language: 'en' }],
  [
    '/en/feed.xml',
    { kind: 'feed', language: 'en', of: { kind: 'latest', language: 'en' }, format: 'rss' },
  ],
  [
    '/zh/topics/food/feed.json',
    {
      kind: 'feed',
      language: 'zh',
      of: { kind: 'topic', language: 'zh', slug: 'food' },
      format: 'json',
    },
  ],
  ['/zh/feeds', { kind: 'feeds', language: 'zh' }],
  ['/en/sitemaps/2023-11.xml', { kind: 'sitemap', language: 'en', month: '2023-11', part: 1 }],
  ['/en/sitemaps/2023-11-12.xml', { kind: 'sitemap', language: 'en', month: '2023-11', part: 12 }],
  ['/zh/sitemaps/pages.xml', { kind: 'sitemap-pages', language: 'zh' }],
  ['/zh/sitemaps/news.xml', { kind: 'sitemap-news', language: 'zh' }],
]

describe('addresses', () => {
  it.each(addresses)('%s is read and written alike', (path, address) => {
    expect(parseAddress(path)).toEqual(address)
    expect(pathOf(address)).toBe(path)
  })

  it.each([
    '/',
    '/fr',
    '/en/',
    '/EN',
    '/en/City',
    '/en/series',
    '/en/city/archive/2023-13',
    '/en/archive/2023-02-29',
    '/en/archive/2023-1',
    '/en/archive/2023-11/after-712',
    '/en/archive/2023-11-10/after-0',
    '/en/archive/2023-11-10/after-9999999999',
    '/en/archive/0000-05-05',
    '/en/archive/0099-12',
    '/en/archive/2023-11-10/712',
    '/en/archive/2023-11-10/after-712/more',
    '/en/latest/archive',
    '/en/about/archive',
    '/en/series/archive/2023-11',
    '/en/2023/02/30/no-such-day',
    '/en/2023/1/1/short',
    '/en/latest/feed.xml',
    '/en/about/feed.xml',
    '/en/feeds/feed.json',
    '/en/sitemaps',
    '/en/sitemaps/feed.txt',
    '/en/sitemaps/2023-13.xml',
    '/en/sitemaps/2023-11-1.xml',
    '/en/sitemaps/2023-11-02.xml',
    '/en/sitemaps/2023-11.xml/more',
    '/en/2023/11/10/story/updates',
    '/en/2023/11/10/story/updates/012',
    '/en/2023/11/10/story/updates/1/more',
    '/en/2023/11/10/story/live.json/more',
    '/en/city/live.json',
    '/en/city/more',
    '/en/-',
  ])('%s is no address', (path) => {
    expect(parseAddress(path)).toBeNull()
  })

  it('a story stands under the day it came out in Chongqing', () => {
    expect(storyPath('en', '2023-11-09T16:30:00Z', 'late')).toBe('/en/2023/11/10/late')
    expect(storyPath('en', '2023-11-09T15:59:59Z', 'late')).toBe('/en/2023/11/09/late')
  })
})
