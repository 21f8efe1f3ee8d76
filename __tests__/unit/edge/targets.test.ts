import fc from 'fast-check'
import { type Route, routeOf } from '../../../edge/http/routes.ts'
import { readTarget } from '../../../edge/http/target.ts'
import { type Address, parseAddress, pathOf } from '../../../lib/urls.ts'

const routed = (url: string): Route | null => {
  const target = readTarget(url)
  return target.kind === 'bad' ? null : routeOf(target)
}

/** Addresses that readers can open, in their one spelling. */
const slug = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,5}){0,2}$/)
const places = [
  ...['', '/latest', '/feed.xml', '/feeds', '/about', '/message', '/sitemaps/news.xml'].map(
    (path) => fc.constant(path),
  ),
  slug.map((name) => `/topics/${name}`),
  slug.map((name) => `/authors/${name}/feed.json`),
  slug.map((name) => `/2024/02/29/${name}`),
  slug.map((name) => `/x${name}/archive/2025-12`),
]
const canonical = fc
  .tuple(fc.constantFrom('/en', '/zh'), fc.oneof(...places))
  .map(([language, place]) => `${language}${place}`)

/** One letter of a path as somebody else may write it. */
const otherwise: readonly ((letter: string) => string)[] = [
  (letter) => letter.toUpperCase(),
  (letter) => `%${letter.charCodeAt(0).toString(16)}`,
  (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  (letter) => (letter === '/' ? '//' : letter),
  (letter) => (letter === '/' ? '/./' : letter),
  (letter) => (letter === '/' ? '/elsewhere/../' : letter),
]
const respelled = fc
  .tuple(canonical, fc.infiniteStream(fc.nat(12)), fc.constantFrom('', '/', '//', '/.'))
  .map(([path, choices, tail]) => {
    const letters = [...path].map((letter) => {
      const spell = otherwise[choices.next().value ?? 0]
      // An encoded slash is another thing: it does not part segments.
      const spelled = spell?.(letter) ?? letter
      return letter === '/' && spelled.startsWith('%') ? letter : spelled
    })
    return { path, sent: letters.join('') + tail }
  })

const tokens = fc.constantFrom(
  ...[
    '/',
    '//',
    '\\',
    '/\\',
    '.',
    '..',
    '%2e',
    '%2F',
    '%5c',
    '%',
    '%0d%0a',
    '%00',
    '%e4%b8',
    '%C0%AF',
  ],
  ...[
    'en',
    'EN',
    'zh',
    'latest',
    'feed.xml',
    '2023',
    '11',
    '10',
    'message',
    'consent.css',
    'admin',
  ],
  ...[
    '?',
    '#',
    '&',
    '=',
    '@',
    ':',
    ';',
    '?switch=zh',
    '?story=',
    'http://',
    'evil.example',
    '中',
    'é',
  ],
)
const noise = fc.oneof(
  fc.array(tokens, { maxLength: 12 }).map((parts) => parts.join('')),
  fc.array(tokens, { maxLength: 12 }).map((parts) => `/${parts.join('')}`),
  fc.string({ unit: 'binary' }).map((text) => `/${text}`),
)

describe('whatever is asked for', () => {
  it('is read without an error, to a path that stays below the root', () => {
    fc.assert(
      fc.property(noise, (url) => {
        const target = readTarget(url)
        if (target.kind === 'bad') return
        routeOf(target)
        expect(target.path).toMatch(/^\//)
        expect(target.path.split('/')).not.toEqual(expect.arrayContaining(['..']))
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
        expect(target.path).not.toMatch(/[\u0000-\u001f\u007f]/)
      }),
    )
  })

  it('never leads out of the site, and leads to where nothing leads on', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          noise,
          fc.tuple(respelled, noise).map(([{ sent }, query]) => `${sent}?${query}`),
        ),
        (url) => {
          const route = routed(url)
          if (route?.kind !== 'redirect' && route?.kind !== 'switch') return
          const to = route.kind === 'redirect' ? route.location : route.path
          expect(to).toMatch(/^\/(?![/\\])[\x21-\x7e]*$/)
          expect(new URL(to, 'https://portal.example').host).toBe('portal.example')
          expect(routed(to)?.kind).not.toBe('redirect')
        },
      ),
    )
  })
})

describe('an address', () => {
  it('is a fixed point, however it is read', () => {
    fc.assert(
      fc.property(canonical, (path) => {
        const address = parseAddress(path) as Address
        expect(pathOf(address)).toBe(path)
        expect(routed(path)).toMatchObject({ kind: 'page', path, query: '' })
        expect(routed(`https://portal.example${path}`)).toEqual(routed(path))
        expect(readTarget(path)).toMatchObject({ sent: path, path })
      }),
    )
  })

  it('is found from every other spelling, in one step', () => {
    fc.assert(
      fc.property(respelled, ({ path, sent }) => {
        const expected = sent === path ? { kind: 'page' } : { kind: 'redirect', location: path }
        expect(routed(sent)).toMatchObject(expected)
      }),
    )
  })

  it('has a key with nothing in it that its page does not know', () => {
    const parameters = fc.array(
      fc.tuple(
        fc.oneof(
          fc.constantFrom('story', 'utm_source', 'fbclid', '__proto__', 'page'),
          fc.string(),
        ),
        fc.oneof(canonical, fc.string()),
      ),
    )
    fc.assert(
      fc.property(canonical, parameters, (path, pairs) => {
        const route = routed(`${path}?${new URLSearchParams(pairs)}`)
        if (route?.kind !== 'page') return
        const known = [...new URLSearchParams(route.query)]
        if (!path.endsWith('/message')) expect(known).toEqual([])
        for (const [name, value] of known)
          expect([name, parseAddress(value)?.kind]).toEqual(['story', 'story'])
      }),
    )
  })
})
