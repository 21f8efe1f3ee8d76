import { languageCodes } from '../languages.ts'
import { firstServicesFor, type Shared, servicesFor, shareAddress } from './services.ts'

const shared: Shared = {
  url: 'https://www.ichongqing.info/zh/2026/11/18/liziba-monorail',
  title: "“重庆：山城 & 轻轨” 50% #1 😀 = a+b? <b>'x'</b> (更)!*",
  description: '楼里有站；"quotes" & more',
  picture: 'https://www.ichongqing.info/media/12-9f8e7d6c/wide-1280.jpg',
}
const { url, title, description, picture } = shared

/** What the service receives: the parts of the address, decoded as servers decode a query. */
function received(service: Parameters<typeof shareAddress>[0], of: Shared = shared) {
  const href = shareAddress(service, of)
  const { origin, pathname, search } = new URL(href)
  return [
    `${origin === 'null' ? '' : origin}${pathname}`,
    Object.fromEntries(new URLSearchParams(search)),
  ]
}

describe('address of a share link', () => {
  it.each([
    ['weibo', 'https://service.weibo.com/share/share.php', { url, title, pic: picture }],
    [
      'qq',
      'https://connect.qq.com/widget/shareqq/index.html',
      { url, title, summary: description, pics: picture },
    ],
    ['x', 'https://x.com/intent/post', { text: title, url }],
    ['facebook', 'https://www.facebook.com/sharer/sharer.php', { u: url }],
    ['linkedin', 'https://www.linkedin.com/sharing/share-offsite/', { url }],
    ['whatsapp', 'https://wa.me/', { text: `${title}\n${url}` }],
    ['telegram', 'https://t.me/share/url', { url, text: title }],
    ['line', 'https://social-plugins.line.me/lineit/share', { url, text: title }],
    ['email', '', { subject: title, body: `${title}\r\n\r\n${description}\r\n\r\n${url}` }],
  ] as const)('%s: carries what it says it carries, and nothing else', (service, to, parts) => {
    expect(received(service)).toEqual([to, parts])
  })

  it.each(['weibo', 'x', 'whatsapp', 'email'] as const)(
    '%s: nothing is left for others to read differently',
    (service) => {
      // A plus is a space to some and a plus to others; RFC 6068 knows the second only.
      expect(shareAddress(service, shared).split('?')[1]).toMatch(/^[\w.~%=&-]+$/)
    },
  )

  it('without a picture says nothing of one', () => {
    expect(received('weibo', { ...shared, picture: null })[1]).toEqual({ url, title })
  })
})

describe('order of services', () => {
  it('begins with what readers of the language use', () => {
    expect(servicesFor('zh').slice(0, 3)).toEqual(['wechat', 'weibo', 'qq'])
    expect(servicesFor('en').slice(0, 4)).toEqual(['x', 'facebook', 'linkedin', 'whatsapp'])
  })

  it('offers every service in every language, once', () => {
    for (const language of languageCodes) {
      const services = servicesFor(language)
      expect(new Set(services).size).toBe(10)
      expect(services).toHaveLength(10)
      expect(services).toEqual(expect.arrayContaining([...firstServicesFor(language)]))
    }
  })
})
