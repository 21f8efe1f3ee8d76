import { mediaFile } from '../../../edge/files/media.ts'
import { rangeOf } from '../../../edge/files/range.ts'
import { codingFor } from '../../../edge/http/codings.ts'
import { negotiateLanguage } from '../../../edge/http/negotiation.ts'
import { type Route, routeOf } from '../../../edge/http/routes.ts'
import { readTarget } from '../../../edge/http/target.ts'

const route = (url: string): Route | number => {
  const target = readTarget(url)
  return target.kind === 'bad' ? target.status : routeOf(target)
}

describe('an address', () => {
  it.each([
    ['/en/', '/en'],
    ['//en//city/', '/en/city'],
    ['/EN/2023/11/10/A-Slug', '/en/2023/11/10/a-slug'],
    ['/%65n', '/en'],
    ['/en/./x/../city', '/en/city'],
    ['/en/x/%2e%2E/city', '/en/city'],
    ['/../../en', '/en'],
    ['/en/?switch=zh', '/en?switch=zh'],
    ['/2023/11/10/slug/', '/en/2023/11/10/slug'],
  ])('%s leads to its one spelling %s', (url, location) => {
    expect(route(url)).toEqual({ kind: 'redirect', status: 308, location })
  })

  it.each(['/%E0%A4%A', '/%', '/en/%00', '/en/%0d%0aSet-Cookie:a', 'en', '*x'])(
    '%s cannot be read',
    (url) => expect(route(url)).toBe(400),
  )

  it('is refused when its path is longer than 2,048 bytes, whatever the query', () => {
    expect(route(`/en/${'a'.repeat(2044)}`)).toMatchObject({ kind: 'unknown' })
    expect(route(`/en/${'a'.repeat(2045)}`)).toBe(414)
    expect(route(`/en?${'a'.repeat(4000)}`)).toMatchObject({ kind: 'page' })
  })

  it.each([
    ['/en/No%2FSuch', 'en'],
    ['/zh/a/b/c/d/e', 'zh'],
    ['/nowhere', null],
    ['/en%2Fcity', null],
    ['//evil.example/en', null],
    ['/wp-login.php', null],
  ])('%s is unknown, its language %s', (url, language) => {
    expect(route(url)).toEqual({ kind: 'unknown', language })
  })

  it('is read the same in absolute form', () => {
    expect(route('http://other.example/en?utm_source=x')).toMatchObject({
      kind: 'page',
      path: '/en',
    })
  })

  it('keeps of its query only what its page knows', () => {
    expect(route('/en?utm_source=x&page=2&story=1')).toMatchObject({ path: '/en', query: '' })
    expect(route('/en/message?a=b&story=/en/2023/11/10/slug')).toMatchObject({
      query: 'story=%2Fen%2F2023%2F11%2F10%2Fslug',
    })
    expect(route('/en/message?story=https://evil.example')).toMatchObject({ query: '' })
  })

  it('of a search has one spelling, whatever was typed around it', () => {
    const known = { kind: 'page', query: 'q=two+rivers&period=week' }
    expect(route('/en/search?q=two+rivers&period=week')).toMatchObject(known)
    expect(route('/en/search?period=week&x=1&q=%20two%00%20%20rivers&in=some')).toMatchObject(known)
    expect(route('/en/search?q=&section=No&after=-1&period=day')).toMatchObject({ query: '' })
    expect(route('/en/search/suggest?q=RIV&section=city')).toMatchObject({ query: 'q=riv' })
  })

  it('of a search takes what was searched along to the other language', () => {
    expect(route('/zh/search?q=%E9%95%BF%E6%B1%9F&switch=zh')).toEqual({
      kind: 'switch',
      language: 'zh',
      path: '/zh/search?q=%E9%95%BF%E6%B1%9F',
    })
  })

  it('switches the language only to the one that it has', () => {
    expect(route('/zh?switch=zh')).toEqual({ kind: 'switch', language: 'zh', path: '/zh' })
    expect(route('/zh?switch=en')).toMatchObject({ kind: 'page' })
  })

  it.each([
    ['/admin', 'newsroom'],
    ['/admin/collections/articles?limit=10', 'newsroom'],
    ['/api/users/login', 'newsroom'],
    ['/apian', 'unknown'],
    ['/_next/static/chunks/a.js', 'asset'],
    ['/_next/static/../../package.json', 'unknown'],
    ['/_next/image?url=x', 'next-internal'],
    ['/enhance/portal-1a2b.js', 'enhance'],
    ['/media/12-9f8e/wide-640.avif', 'media'],
    ['/', 'root'],
  ])('%s belongs to %s', (url, kind) => expect(route(url)).toMatchObject({ kind }))
})

describe('the language of /', () => {
  it.each([
    [{}, 'en'],
    [{ 'accept-language': 'zh-TW,zh;q=0.9,en;q=0.8' }, 'zh'],
    [{ 'accept-language': 'zh-Hant-HK' }, 'zh'],
    [{ 'accept-language': 'fr, en-US;q=0.5, zh;q=0.4' }, 'en'],
    [{ 'accept-language': 'en;q=0.2, ZH;q=0.7' }, 'zh'],
    [{ 'accept-language': 'zh;q=0, *' }, 'en'],
    [{ 'accept-language': 'de-CH;q=nonsense,,;;=,x' }, 'en'],
    [{ cookie: 'a=b; NEXT_LOCALE=zh', 'accept-language': 'en' }, 'zh'],
    [{ cookie: 'NEXT_LOCALE=xx', 'accept-language': 'zh' }, 'zh'],
    [{ cookie: 'XNEXT_LOCALE=zh' }, 'en'],
  ])('%j is %s', (headers, language) => expect(negotiateLanguage(headers)).toBe(language))
})

describe('the coding of an answer', () => {
  it.each([
    [undefined, 'identity'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip;q=1.0, br;q=0.5', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0, *;q=0.1', 'gzip'],
    ['*', 'br'],
    ['deflate', 'identity'],
    ['GZIP', 'gzip'],
    ['br;q=2', 'identity'],
  ])('%s is %s', (header, coding) => expect(codingFor(header)).toBe(coding))
})

describe('a byte range', () => {
  it.each([
    ['bytes=0-9', { start: 0, end: 9 }],
    ['bytes=90-', { start: 90, end: 99 }],
    ['bytes=-10', { start: 90, end: 99 }],
    ['bytes=50-1000', { start: 50, end: 99 }],
    ['bytes=100-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=9-0', null],
    ['bytes=0-1,5-6', null],
    ['items=0-1', null],
    [undefined, null],
  ])('%s of 100 bytes is %j', (header, range) => expect(rangeOf(header, 100)).toEqual(range))
})

describe('a picture address', () => {
  it('leads to a rendition below the media folder, or nowhere', () => {
    expect(mediaFile('/data/media', '/media/12-9f8e/wide-640.avif')).toBe(
      '/data/media/12-9f8e/wide-640.avif',
    )
    for (const address of [
      '/media/../secrets.json',
      '/media/a/../../x.jpg',
      '/media/.x/a-1.jpg',
      '/media/a/x.html',
    ])
      expect(mediaFile('/data/media', address)).toBeNull()
  })
})
