import { type Head, metadataOf } from '../../lib/head/metadata.ts'
import { archiveGraph, listGraph, storyGraph, textGraph } from '../../lib/head/structured/graphs.ts'
import { jsonLd } from '../../lib/head/structured/json-ld.ts'
import { licenceAddress } from '../../lib/head/structured/pictures.ts'
import type { Publication } from '../../lib/head/structured/publication.ts'
import type { LiveCoverage, LiveEntry } from '../../lib/live/live.ts'
import type { ListPage, StoryPage } from '../../lib/reading/types.ts'
import type { Recording } from '../../lib/recordings.ts'
import { vocabularyFaults } from '../harness/vocabulary.ts'
import { card, picture } from './render.tsx'

const siteUrl = 'https://www.ichongqing.info'

const publication: Publication = {
  language: 'en',
  siteUrl,
  site: {
    name: 'iChongqing',
    tagline: 'News of a city on two rivers',
    slogan: 'New Era, New Journey, New Chongqing',
    icp: null,
    newsLicence: null,
    hotline: '+86-23-67158993',
    inquiries: 'service@ichongqing.info',
    social: [{ name: 'X', href: 'https://x.com/ichongqing' }],
    policyRevision: null,
    navigation: [],
    sections: [],
    pages: [
      { slug: 'about', name: 'About us', href: '/en/about' },
      { slug: 'corrections', name: 'Corrections', href: '/en/corrections' },
      { slug: 'ownership', name: 'Ownership', href: '/en/ownership' },
      { slug: 'terms', name: 'Terms', href: '/en/terms' },
    ],
  },
}

const story: StoryPage = {
  ...card,
  film: null,
  audio: null,
  genre: 'background',
  words: 620,
  isTranslation: false,
  corrections: [{ at: '2026-11-20T02:00:00Z', text: 'The line opened in 2005, not in 2004.' }],
  dateline: 'Chongqing',
  bylines: [
    { href: '/en/authors/lin-shan', name: 'Lin Shan', role: 'text' },
    { href: '/en/authors/wu-jia', name: 'Wu Jia', role: 'photo' },
    { href: '/en/authors/he-min', name: 'He Min', role: 'translation' },
    { href: '/en/authors/zhou-li', name: 'Zhou Li', role: 'editing' },
  ],
  updatedAt: '2026-11-20T02:00:00Z',
  body: [],
  topics: [{ href: '/en/topics/monorail', name: 'Monorail' }],
  seriesPlace: null,
  related: [],
  counterparts: [
    { language: 'zh', href: '/zh/2026/11/18/liziba-monorail', headline: '轻轨穿楼而过' },
  ],
  social: { title: 'A train in a house', description: 'How it came about.' },
}

const file = { kind: 'file', bytes: 986664, size: { width: 1280, height: 720 } } as const
const film: Recording = {
  id: 3,
  kind: 'video',
  title: 'Over the river',
  credit: null,
  seconds: 65.2,
  source: { ...file, path: '/media/fe/film.mp4', type: 'video/mp4' },
  poster: null,
  captions: [],
  transcript: ['Two cars.', 'One rope.'],
}
const audio: Recording = {
  ...film,
  kind: 'audio',
  source: { ...file, path: '/media/fe/sound.mp3', type: 'audio/mpeg', size: null },
}

const head: Head = {
  title: 'Story | iChongqing',
  sharedTitle: 'Story',
  description: 'What it tells.',
  siteName: 'iChongqing',
  path: '/zh/2026/11/18/liziba-monorail',
  language: 'zh',
  switches: [{ language: 'en', href: '/en/2026/11/18/liziba-monorail', same: true }],
  siteUrl,
}

describe('head', () => {
  it('announces every edition, itself and a default, by absolute addresses', () => {
    expect(metadataOf(head).alternates?.languages).toEqual({
      'zh-Hans': `${siteUrl}/zh/2026/11/18/liziba-monorail`,
      en: `${siteUrl}/en/2026/11/18/liziba-monorail`,
      'x-default': `${siteUrl}/en/2026/11/18/liziba-monorail`,
    })
  })

  it('leads those whom no edition fits to the front page that chooses', () => {
    const switches = [{ language: 'en', href: '/en', same: true }] as const
    const { alternates } = metadataOf({ ...head, path: '/zh', switches })
    expect(alternates?.languages).toMatchObject({ 'x-default': `${siteUrl}/` })
  })

  it('announces nothing for a story of one language', () => {
    const switches = [{ language: 'en', href: '/en/city', same: false }] as const
    const { alternates, openGraph } = metadataOf({ ...head, switches })
    expect(alternates?.languages).toBeUndefined()
    expect(openGraph).not.toHaveProperty('alternateLocale')
  })

  it('hands on a film and a sound that are files, and no link', () => {
    const link = { ...audio, source: { kind: 'link', href: 'https://example.org/' } as const }
    const { openGraph } = metadataOf({ ...head, recordings: { film, audio: link } })
    const video = { url: `${siteUrl}/media/fe/film.mp4`, type: 'video/mp4', ...file.size }
    expect(openGraph).toMatchObject({ videos: [video] })
    expect(openGraph).not.toHaveProperty('audio')
    expect(metadataOf({ ...head, recordings: { film: null, audio } }).openGraph).toMatchObject({
      audio: [{ url: `${siteUrl}/media/fe/sound.mp3`, type: 'audio/mpeg' }],
    })
  })

  it('keeps what is not to be indexed out of search engines and previews', () => {
    const { robots, openGraph, alternates } = metadataOf({ ...head, indexed: false })
    expect(robots).toEqual({ index: false, follow: true })
    expect([openGraph, alternates?.languages]).toEqual([undefined, undefined])
  })
})

describe('structured data', () => {
  const articleIn = (page: StoryPage) =>
    storyGraph(page, publication).find((thing) => JSON.stringify(thing).includes('datePublished'))

  it('says nothing that is not in the vocabulary of schema.org', () => {
    const list: ListPage = {
      kind: 'author',
      name: 'Lin Shan',
      description: 'Writes about trains.',
      accent: 'ink',
      position: 'Reporter',
      portrait: picture,
      stories: [card],
      months: [],
      archive: '/en/authors/lin-shan/archive',
      feed: '/en/authors/lin-shan/feed.xml',
      jsonFeed: '/en/authors/lin-shan/feed.json',
    }
    const about = { path: '/en/authors/lin-shan', name: 'Lin Shan', description: null }
    const graphs = [
      storyGraph(story, publication),
      listGraph(about, list, publication),
      listGraph(about, { ...list, kind: 'section' }, publication),
      archiveGraph(about, [card], publication, [{ name: 'Archive', href: '/en/archive' }]),
      textGraph('about', about, publication),
      textGraph('privacy', about, publication),
    ]
    expect(graphs.flatMap((graph) => vocabularyFaults(graph))).toEqual([])
  })

  it('finds what is not in the vocabulary', () => {
    expect(vocabularyFaults({ '@type': 'NewsArticle', headlines: 'x' })).toHaveLength(1)
    expect(vocabularyFaults({ '@type': 'NewsStory', headline: 'x' })).toHaveLength(1)
    const wrong = { '@type': 'NewsArticle', author: { '@type': 'Place', name: 'x' } }
    expect(vocabularyFaults(wrong)).toHaveLength(1)
  })

  it('tells of a story its dates, three pictures, people, editions and corrections', () => {
    expect(articleIn(story)).toMatchObject({
      '@type': 'BackgroundNewsArticle',
      datePublished: '2026-11-18T00:00:00Z',
      dateModified: '2026-11-20T02:00:00Z',
      image: [
        { width: '1920', height: '1080', creditText: 'Illustration: iChongqing' },
        { width: '1200', height: '900' },
        { width: '640', height: '640' },
      ],
      author: [{ name: 'Lin Shan', url: `${siteUrl}/en/authors/lin-shan` }],
      translator: [{ name: 'He Min' }],
      workTranslation: [{ inLanguage: 'zh-Hans', headline: '轻轨穿楼而过' }],
      correction: [{ '@type': 'CorrectionComment' }],
      wordCount: 620,
      isAccessibleForFree: true,
    })
  })

  it('tells of a film and an audio version what a player needs', () => {
    const graph = storyGraph({ ...story, film, audio }, publication)
    expect(vocabularyFaults(graph)).toEqual([])
    expect(articleIn({ ...story, film, audio })).toMatchObject({
      video: {
        '@type': 'VideoObject',
        duration: 'PT1M5S',
        contentUrl: `${siteUrl}/media/fe/film.mp4`,
        thumbnailUrl: `${siteUrl}/media/12-9f8e7d6c/wide-1920.jpg`,
        transcript: 'Two cars.\n\nOne rope.',
      },
      audio: { '@type': 'AudioObject', encodingFormat: 'audio/mpeg' },
    })
  })

  it('takes a format for a genre where none was chosen, and only there', () => {
    const typed = (told: Partial<StoryPage>) =>
      articleIn({ ...story, ...told }) as { '@type'?: string } | undefined
    const plain = { genre: 'news' } as const
    expect(typed({ ...plain, format: 'explainer' })?.['@type']).toBe('BackgroundNewsArticle')
    expect(typed({ ...plain, format: 'interview' })?.['@type']).toBe('ReportageNewsArticle')
    expect(typed({ ...plain, format: 'photo-essay' })?.['@type']).toBe('NewsArticle')
    expect(typed({ genre: 'opinion', format: 'interview' })?.['@type']).toBe('OpinionNewsArticle')
  })

  it('calls the other edition the original when this one is the translation', () => {
    const article = articleIn({ ...story, isTranslation: true })
    expect(article).toHaveProperty('translationOfWork')
    expect(article).not.toHaveProperty('workTranslation')
  })

  it('cannot end the element that it stands in', () => {
    const headline = '</script><script>alert(1)</script>'
    const text = jsonLd(storyGraph({ ...story, headline }, publication))
    expect(text).not.toContain('<')
    expect(JSON.stringify(JSON.parse(text))).toContain(headline)
  })

  it('knows the deed of a licence', () => {
    expect(licenceAddress('CC BY-SA 4.0')).toBe('https://creativecommons.org/licenses/by-sa/4.0/')
    expect(licenceAddress('All rights reserved')).toBeNull()
  })
})

describe('structured data of a live story', () => {
  const href = `${card.href}/updates/3`
  const entry: LiveEntry = {
    id: 3,
    href,
    at: '2026-11-18T03:00:00.000Z',
    headline: 'The first train',
    body: [],
    text: 'It has left.',
    revision: 'a',
  }
  const live: LiveCoverage = {
    state: 'ended',
    startedAt: '2026-11-17T23:00:00.000Z',
    endedAt: '2026-11-18T04:00:00.000Z',
    latestAt: '2026-11-21T00:00:00.000Z',
    entries: [{ ...entry, id: 2, at: '2026-11-17T23:00:00.000Z', text: '' }],
    pinned: entry,
    keyPoints: [],
    older: null,
  }
  const graph = storyGraph(story, publication, live)
  const posting = graph.find((thing) => thing['@type' as keyof typeof thing] === 'LiveBlogPosting')

  it('is a LiveBlogPosting with its entries, newest first, each at its own address', () => {
    expect(posting).toMatchObject({
      headline: story.headline,
      coverageStartTime: live.startedAt,
      coverageEndTime: live.endedAt,
      dateModified: live.latestAt,
      liveBlogUpdate: [
        {
          '@type': 'BlogPosting',
          url: siteUrl + href,
          headline: 'The first train',
          datePublished: entry.at,
          articleBody: 'It has left.',
        },
        // It was there before the story was to be read; without a text, the headline is all it says.
        { datePublished: story.publishedAt, articleBody: 'The first train' },
      ],
    })
    expect(vocabularyFaults(graph)).toEqual([])
  })

  it('names no end while it goes on', () => {
    const [running] = storyGraph(story, publication, {
      ...live,
      state: 'running',
      endedAt: null,
    }).filter((thing) => 'liveBlogUpdate' in (thing as object))
    expect(running).not.toHaveProperty('coverageEndTime')
  })

  it('the page of an entry is shared, and not indexed', () => {
    const { robots, openGraph } = metadataOf({
      ...head,
      indexed: false,
      article: { publishedAt: entry.at, updatedAt: null, section: 'City', topics: [], authors: [] },
    })
    expect(robots).toEqual({ index: false, follow: true })
    expect(openGraph).toMatchObject({ title: head.sharedTitle, type: 'article' })
  })
})
