import { parseFeed } from '@rowanmanning/feed-parser'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { HtmlValidate } from 'html-validate'
import { feedAlternates, feedsTouchedBy } from '../../lib/feeds/addresses.ts'
import { storyHtml } from '../../lib/feeds/content.ts'
import { type Feed, type FeedStory, pictureFile, storyTag } from '../../lib/feeds/feed.ts'
import { bodyHtml } from '../../lib/feeds/html.ts'
import { jsonFeed } from '../../lib/feeds/json.ts'
import { rssFeed } from '../../lib/feeds/rss.ts'
import { keysTouchedBy } from '../../lib/purge-keys.ts'
import type { BodyPart, Inline, StoryCard } from '../../lib/reading/types.ts'
import type { Recording } from '../../lib/recordings.ts'

const words: Feed['words'] = {
  dateline: (place) => `${place} - `,
  gallery: 'In pictures',
  readAlso: 'Read also',
  correction: 'Correction:',
  video: (title, host) => `${title} (${host})`,
}
const setting = { siteUrl: 'https://news.example', words }
const text = (value: string, marks: Partial<{ bold: boolean; italic: boolean }> = {}): Inline => ({
  kind: 'text',
  text: value,
  bold: false,
  italic: false,
  ...marks,
})
const picture = {
  id: 1,
  stem: 'abc',
  width: 2000,
  height: 1000,
  alt: 'A "bridge" & fog',
  caption: 'Morning <fog>',
  credit: 'Chen',
  licence: 'CC BY 4.0',
}
const card: StoryCard = {
  id: 9,
  language: 'en',
  href: '/en/2026/01/02/other',
  headline: 'Another > story',
  kicker: null,
  standfirst: '',
  picture: null,
  section: { href: '/en/city', name: 'City' },
  accent: 'ink',
  series: null,
  publishedAt: '2026-01-02T00:00:00.000Z',
  minutes: 1,
  format: 'story',
  isGoingOn: false,
  hasGallery: false,
  alsoIn: [],
}
const img =
  '<img src="https://news.example/media/abc/whole-1280.jpg" alt="A &quot;bridge&quot; &amp; fog" width="1280" height="640">'
const small = '<small>Chen · CC BY 4.0</small>'

const link = (href: string): Inline => ({
  kind: 'link',
  href,
  external: !href.startsWith('/'),
  children: [text('here')],
})
const watch = 'https://www.youtube.com/watch?v=abcdefghijk'
const blocks: [BodyPart, string][] = [
  [
    {
      kind: 'paragraph',
      children: [text('a'), text('b', { bold: true, italic: true }), { kind: 'break' }],
    },
    '<p>a<strong><em>b</em></strong><br></p>',
  ],
  [{ kind: 'heading', level: 3, id: 'part-1', children: [text('H')] }, '<h3>H</h3>'],
  [
    {
      kind: 'list',
      ordered: true,
      items: [
        {
          children: [text('one')],
          list: { kind: 'list', ordered: false, items: [{ children: [text('in')], list: null }] },
        },
      ],
    },
    '<ol><li>one<ul><li>in</li></ul></li></ol>',
  ],
  [{ kind: 'quotation', children: [text('q')] }, '<blockquote><p>q</p></blockquote>'],
  [
    { kind: 'picture', picture, wide: true },
    `<figure>${img}<figcaption>Morning &lt;fog&gt; ${small}</figcaption></figure>`,
  ],
  [
    { kind: 'gallery', title: null, pictures: [{ ...picture, caption: null }] },
    `<section><h3>In pictures</h3>\n<figure>${img}<figcaption>${small}</figcaption></figure></section>`,
  ],
  [
    { kind: 'pull-quote', text: 'said', source: 'Somebody' },
    '<figure><blockquote><p>said</p></blockquote><figcaption>Somebody</figcaption></figure>',
  ],
  [
    { kind: 'fact-box', title: 'Facts', body: [{ kind: 'paragraph', children: [text('f')] }] },
    '<aside><h3>Facts</h3>\n<p>f</p></aside>',
  ],
  [
    { kind: 'related-story', story: card },
    '<p><strong>Read also</strong> <a href="https://news.example/en/2026/01/02/other">Another &gt; story</a></p>',
  ],
  [
    {
      kind: 'video',
      video: { host: 'youtube', watchUrl: watch, embedUrl: 'https://example.com/player' },
      title: 'Fog',
      picture,
    },
    `<figure><a href="${watch}">${img}</a><figcaption><a href="${watch}">Fog (youtube)</a> ${small}</figcaption></figure>`,
  ],
]

const film: Recording = {
  id: 3,
  kind: 'video',
  title: 'Over the river',
  credit: null,
  seconds: 25.05,
  source: {
    kind: 'file',
    path: '/media/fe/film.mp4',
    type: 'video/mp4',
    bytes: 986664,
    size: { width: 960, height: 540 },
  },
  poster: null,
  captions: [],
  transcript: [],
}

const hostile = `]]> <script>alert("1")</script> & ' \u0000\u0008\u001f\ufffe\ud800 🐼 火锅`
const story: FeedStory = {
  id: 12,
  href: '/en/2026/01/02/a-story',
  headline: `Headline ${hostile}`,
  standfirst: `Standfirst ${hostile}`,
  dateline: 'Chongqing',
  body: [{ kind: 'paragraph', children: [text(hostile), link('/en/about')] }],
  picture: { picture, bytes: 4321 },
  recordings: [],
  authors: [{ name: 'Lin & Shan', href: '/en/authors/lin-shan' }],
  section: 'City',
  topics: ['Food'],
  publishedAt: '2026-01-02T03:04:05.000Z',
  updatedAt: '2026-01-03T03:04:05.000Z',
  corrections: ['The bridge is <older>.'],
}
const feed: Feed = {
  siteUrl: setting.siteUrl,
  language: 'en',
  title: 'iChongqing | City',
  description: 'A < B',
  path: '/en/city',
  self: '/en/city/feed.xml',
  hub: 'https://hub.example/',
  stories: [story],
  words,
}

describe('text of a story in a feed', () => {
  it.each(blocks)('%o', (part, html) => {
    expect(bodyHtml([part], setting)).toBe(html)
  })

  it('is valid HTML whatever is in it', async () => {
    const validator = new HtmlValidate({ extends: ['html-validate:standard'] })
    const parts = [...blocks.map(([part]) => part), ...story.body]
    const html = storyHtml({ ...story, body: parts }, feed)
    const { results } = await validator.validateString(html)
    const faults = results.flatMap(({ messages }) => messages.map(({ message }) => message))
    expect(faults.filter((fault) => !fault.includes('void'))).toEqual([])
  })

  it.each([
    ['/en/about', 'https://news.example/en/about'],
    ['https://example.com/?a=1&b="2"', 'https://example.com/?a=1&amp;b=%222%22'],
    ['mailto:a@example.com', 'mailto:a@example.com'],
  ])('a link to %s is absolute', (href, to) => {
    const html = bodyHtml([{ kind: 'paragraph', children: [link(href)] }], setting)
    expect(html).toBe(`<p><a href="${to}">here</a></p>`)
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', 'https://['])('%s is no link', (href) => {
    const html = bodyHtml([{ kind: 'paragraph', children: [link(href)] }], setting)
    expect(html).toBe('<p>here</p>')
  })

  it('hostile text is text, without what XML forbids, and cannot end CDATA', () => {
    const html = storyHtml(story, feed)
    expect(html).toMatch(/^<div lang="en">/)
    expect(html).toContain('Chongqing - ]]&gt; &lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;')
    expect(html).toContain('🐼 火锅')
    expect(html).toContain('<strong>Correction:</strong> The bridge is &lt;older&gt;.')
    expect(html).not.toContain(']]>')
    for (const forbidden of ['\u0000', '\u0008', '\u001f', '\ufffe', '\ud800 '])
      expect(html).not.toContain(forbidden)
  })
})

describe('RSS', () => {
  const read = parseFeed(rssFeed(feed))
  const [item] = read.items

  it('is read by another program as it was meant', () => {
    expect(read.title).toBe('iChongqing | City')
    expect(read.language).toBe('en-gb')
    expect(read.self).toBe('https://news.example/en/city/feed.xml')
    expect(item?.id).toBe('tag:ichongqing.info,2026:articles/12')
    expect(item?.url).toBe('https://news.example/en/2026/01/02/a-story')
    expect(item?.published?.toISOString()).toBe(story.publishedAt)
    expect(item?.authors.map(({ name }) => name)).toEqual(['Lin & Shan'])
    expect(item?.categories.map(({ label, term }) => label ?? term)).toEqual(['City', 'Food'])
    expect(item?.media[0]).toMatchObject({
      url: 'https://news.example/media/abc/whole-1280.jpg',
      mimeType: 'image/jpeg',
    })
  })

  it('hostile headlines and texts come out whole', () => {
    expect(item?.title).toContain(`]]> <script>alert("1")</script> & '`)
    expect(item?.title).toContain('🐼 火锅')
    expect(item?.description).toContain('Standfirst ]]>')
    // The parser above decodes HTML within CDATA too; this one reads XML as it is written.
    const raw = new XMLParser({ processEntities: true, cdataPropName: 'cdata' }).parse(
      rssFeed(feed),
    )
    expect(XMLValidator.validate(rssFeed(feed))).toBe(true)
    expect(raw.rss.channel.item['content:encoded'].cdata).toBe(storyHtml(story, feed))
  })

  it('says what it is about in every vocabulary that programs read', () => {
    const xml = rssFeed(feed)
    expect(xml).toContain('<atom:link href="https://hub.example/" rel="hub"')
    expect(xml).toContain('<atom:updated>2026-01-03T03:04:05.000Z</atom:updated>')
    expect(xml).toContain('<ttl>5</ttl>')
    expect(xml).toMatch(/<enclosure [^>]*length="4321"/)
    expect(xml).toMatch(/<media:content [^>]*fileSize="4321"[^>]*width="1280"|width="1280"/)
    expect(xml).toContain('<media:credit>Chen</media:credit>')
    expect(xml).toContain('Sat, 03 Jan 2026 03:04:05 GMT</lastBuildDate>')
  })

  it('encloses what can be played before what can be seen, and names both', () => {
    const xml = rssFeed({ ...feed, stories: [{ ...story, recordings: [film] }] })
    expect(xml.match(/<enclosure [^>]*>/g)).toEqual([
      '<enclosure url="https://news.example/media/fe/film.mp4" length="986664" type="video/mp4"/>',
    ])
    expect(xml).toMatch(/<media:content [^>]*url="https:\/\/news.example\/media\/fe\/film.mp4"/)
    expect(xml).toContain('whole-1280.jpg')
  })

  it('a feed without stories is one all the same', () => {
    expect(parseFeed(rssFeed({ ...feed, stories: [], hub: null })).items).toEqual([])
  })
})

describe('JSON Feed', () => {
  const read = JSON.parse(jsonFeed({ ...feed, self: '/en/city/feed.json' }))

  it('has what version 1.1 requires, and the same names as the RSS feed', () => {
    expect(read).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'iChongqing | City',
      home_page_url: 'https://news.example/en/city',
      feed_url: 'https://news.example/en/city/feed.json',
      language: 'en',
      hubs: [{ type: 'WebSub', url: 'https://hub.example/' }],
    })
    expect(read.items[0]).toMatchObject({
      id: storyTag(12),
      date_published: story.publishedAt,
      date_modified: story.updatedAt,
      tags: ['City', 'Food'],
      authors: [{ name: 'Lin & Shan', url: 'https://news.example/en/authors/lin-shan' }],
      image: `https://news.example${pictureFile(picture).path}`,
    })
    expect(read.items[0].content_html).toContain('&lt;script&gt;')
  })

  it('attaches films and sounds, but not those of other sites', () => {
    const elsewhere: Recording = {
      ...film,
      source: { kind: 'link', href: 'https://a.example/a.mp3' },
    }
    const text = jsonFeed({ ...feed, stories: [{ ...story, recordings: [film, elsewhere] }] })
    expect(JSON.parse(text).items[0].attachments).toEqual([
      {
        url: 'https://news.example/media/fe/film.mp4',
        mime_type: 'video/mp4',
        title: 'Over the river',
        size_in_bytes: 986664,
        duration_in_seconds: 25,
      },
    ])
  })

  it('a feed without stories has an empty list', () => {
    expect(JSON.parse(jsonFeed({ ...feed, stories: [] })).items).toEqual([])
  })
})

describe('names and addresses', () => {
  it('a story is called the same wherever the site is', () => {
    const moved = { ...feed, siteUrl: 'https://elsewhere.example' }
    expect(parseFeed(rssFeed(moved)).items[0]?.id).toBe(parseFeed(rssFeed(feed)).items[0]?.id)
  })

  it('a list announces both of its feeds', () => {
    expect(feedAlternates({ kind: 'topic', language: 'zh', slug: 'food' }, feed.siteUrl)).toEqual([
      { type: 'application/rss+xml', href: 'https://news.example/zh/topics/food/feed.xml' },
      { type: 'application/feed+json', href: 'https://news.example/zh/topics/food/feed.json' },
    ])
  })

  it('a story touches the feeds of its lists, and no others', () => {
    const keys = keysTouchedBy(null, {
      id: 7,
      language: 'en',
      path: '/en/2026/01/02/a-story',
      publishedAt: story.publishedAt,
      live: true,
      editions: [],
      section: 'city',
      series: null,
      topics: ['food'],
      authors: ['lin-shan'],
    })
    const paths = feedsTouchedBy(keys, feed.siteUrl).map((href) => new URL(href).pathname)
    expect(paths.sort()).toEqual([
      '/en/authors/lin-shan/feed.json',
      '/en/authors/lin-shan/feed.xml',
      '/en/city/feed.json',
      '/en/city/feed.xml',
      '/en/feed.json',
      '/en/feed.xml',
      '/en/topics/food/feed.json',
      '/en/topics/food/feed.xml',
    ])
  })
})
