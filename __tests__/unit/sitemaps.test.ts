import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { boundsOfMonth, monthOf } from '../../lib/dates.ts'
import {
  mostAddresses,
  mostBytes,
  sitemapEnd,
  sitemapHead,
  sitemapIndex,
  sitemapUrl,
  storiesPerFile,
} from '../../lib/sitemaps/sitemap.ts'
import { gpcSupport } from '../../lib/well-known/gpc.ts'
import { robotsTxt } from '../../lib/well-known/robots.ts'
import { securityTxt } from '../../lib/well-known/security-txt.ts'

const siteUrl = 'https://news.example'
const path = '/zh/2026/01/02/a-story'
const pair = [
  { language: 'zh', path },
  { language: 'en', path: '/en/2026/01/03/a-story' },
] as const

describe('sitemap entry', () => {
  it('names every edition and itself, in one order, and the default', () => {
    const url = sitemapUrl({ language: 'zh', path, editions: pair, modified: new Date(0) }, siteUrl)
    const links = [...url.matchAll(/hreflang="([^"]+)" href="([^"]+)"/g)].map(([, ...two]) => two)
    expect(links).toEqual([
      ['en', `${siteUrl}/en/2026/01/03/a-story`],
      ['zh-Hans', siteUrl + path],
      ['x-default', `${siteUrl}/en/2026/01/03/a-story`],
    ])
    expect(url).toContain('<lastmod>1970-01-01T00:00:00.000Z</lastmod>')
  })

  it('a story in one language announces no other', () => {
    const alone = { language: 'zh', path, editions: pair.slice(0, 1), modified: null } as const
    expect(sitemapUrl(alone, siteUrl)).toBe(`<url><loc>${siteUrl}${path}</loc></url>\n`)
  })

  it('news and pictures are well-formed whatever the headline says', () => {
    const news = { publication: 'A & B', title: 'x ]]> <y>\u0000', published: new Date(0) }
    const image = '/media/a/whole-640.jpg'
    const xml =
      sitemapHead +
      sitemapUrl({ language: 'zh', path, editions: pair, modified: null, image, news }, siteUrl) +
      sitemapEnd
    expect(XMLValidator.validate(xml)).toBe(true)
    const { url } = new XMLParser().parse(xml).urlset
    expect(url['news:news']).toEqual({
      'news:publication': { 'news:name': 'A & B', 'news:language': 'zh-cn' },
      'news:publication_date': '1970-01-01T00:00:00.000Z',
      'news:title': 'x ]]> <y>',
    })
    expect(url['image:image']['image:loc']).toBe(siteUrl + image)
  })
})

describe('size of a sitemap', () => {
  it.each([10, 60, 200])('stays within the protocol for a host of %i letters', (letters) => {
    const site = `https://${'a'.repeat(letters)}.example`
    const long = `/en/2023/11/10/${'a'.repeat(96)}`
    const url = sitemapUrl(
      {
        language: 'en',
        path: long,
        modified: new Date(),
        editions: [
          { language: 'en', path: long },
          { language: 'zh', path: long },
        ],
        image: '/media/0123456789abcdef/whole-1920.jpg',
      },
      site,
    )
    const size = storiesPerFile(site)
    expect(size).toBeLessThanOrEqual(mostAddresses)
    expect(size * Buffer.byteLength(url) + sitemapHead.length + sitemapEnd.length).toBeLessThan(
      mostBytes,
    )
  })

  it('holds what the protocol allows where names are short', () => {
    expect(storiesPerFile('https://a.cn')).toBe(mostAddresses)
  })
})

it('the index names its files, absolute, with when they changed', () => {
  const xml = sitemapIndex([{ path: '/en/sitemaps/2023-11.xml', modified: new Date(0) }], siteUrl)
  expect(new XMLParser().parse(xml).sitemapindex.sitemap).toEqual({
    loc: `${siteUrl}/en/sitemaps/2023-11.xml`,
    lastmod: '1970-01-01T00:00:00.000Z',
  })
})

it('months begin and end by the clock of Chongqing', () => {
  expect(boundsOfMonth('2023-12')).toEqual(['2023-11-30T16:00:00.000Z', '2023-12-31T16:00:00.000Z'])
  expect(monthOf('2023-11-30T16:00:00Z')).toBe('2023-12')
  expect(monthOf('2023-11-30T15:59:59Z')).toBe('2023-11')
})

describe('files for programs', () => {
  it('robots.txt lets readers’ pages be crawled, not newsroom and searches, and names the sitemaps', () => {
    expect(robotsTxt(siteUrl).split('\n')).toEqual([
      'User-agent: *',
      'Disallow: /admin',
      'Disallow: /api',
      'Disallow: /en/search$',
      'Disallow: /en/search?',
      'Disallow: /en/search/',
      'Disallow: /zh/search$',
      'Disallow: /zh/search?',
      'Disallow: /zh/search/',
      '',
      `Sitemap: ${siteUrl}/sitemap.xml`,
      `Sitemap: ${siteUrl}/en/sitemaps/news.xml`,
      `Sitemap: ${siteUrl}/zh/sitemaps/news.xml`,
      '',
    ])
  })

  it('security.txt expires within a year, and not before half of one is nearly over', () => {
    const now = Date.parse('2026-03-04T05:06:07Z')
    const text = securityTxt({ siteUrl, contact: 'safe@example.com', now })
    const days = (Date.parse(/Expires: (.+)/.exec(text)?.[1] ?? '') - now) / 86_400_000
    expect(days).toBeGreaterThan(178)
    expect(days).toBeLessThan(365)
    expect(text).toContain('Contact: mailto:safe@example.com\n')
    expect(text).toContain(`Canonical: ${siteUrl}/.well-known/security.txt\n`)
    expect(text).toContain('Preferred-Languages: en, zh\n')
  })

  it('gpc.json says that the signal is honoured, and since when', () => {
    expect(JSON.parse(gpcSupport())).toEqual({
      gpc: true,
      lastUpdate: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
    })
  })
})
