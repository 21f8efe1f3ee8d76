import { isChinese, type Language } from '../languages.ts'

/** What is shared: a story as others will see it. */
export type Shared = {
  /** Absolute and canonical. */
  url: string
  title: string
  description: string
  /** Absolute address of a JPEG; null when the story has no picture. */
  picture: string | null
}

/** Services that open a page of theirs for it. */
const linkedServices = [
  'weibo',
  'qq',
  'x',
  'facebook',
  'linkedin',
  'whatsapp',
  'telegram',
  'line',
  'email',
] as const
export type LinkedService = (typeof linkedServices)[number]
/** WeChat takes no address from a browser: a telephone reads one from a QR code. */
export type Service = LinkedService | 'wechat'

const chineseOrder: readonly Service[] = [
  'wechat',
  'weibo',
  'qq',
  'x',
  'facebook',
  'telegram',
  'whatsapp',
  'line',
  'linkedin',
  'email',
]
const internationalOrder: readonly Service[] = [
  'x',
  'facebook',
  'linkedin',
  'whatsapp',
  'telegram',
  'email',
  'wechat',
  'line',
  'weibo',
  'qq',
]

/** Every service once, those first that readers of the language use most. */
export const servicesFor = (language: Language): readonly Service[] =>
  isChinese(language) ? chineseOrder : internationalOrder

/** The few that fit into one row. */
export const firstServicesFor = (language: Language): readonly Service[] =>
  servicesFor(language).slice(0, isChinese(language) ? 3 : 4)

/**
 * Where a link to that service leads. Parameters are those that the service names itself and nothing
 * else, so that no address carries a trace of the reader.
 *
 * - weibo: open.weibo.com/sharebutton
 * - qq: connect.qq.com/intro/share (`summary` is what the card shows, `pics` its picture)
 * - x: docs.x.com, Post button → Web intent
 * - facebook: developers.facebook.com/docs/sharing/reference (the page's own Open Graph says the rest)
 * - linkedin: learn.microsoft.com/linkedin, Share on LinkedIn → share-offsite
 * - whatsapp: faq.whatsapp.com, How to use click to chat
 * - telegram: core.telegram.org/widgets/share
 * - line: developers.line.biz, LINE Social Plugins → Using custom icons
 * - email: RFC 6068
 */
export function shareAddress(
  service: LinkedService,
  { url, title, description, picture }: Shared,
): string {
  switch (service) {
    case 'weibo':
      return address('https://service.weibo.com/share/share.php', { url, title, pic: picture })
    case 'qq':
      return address('https://connect.qq.com/widget/shareqq/index.html', {
        url,
        title,
        summary: description,
        pics: picture,
      })
    case 'x':
      return address('https://x.com/intent/post', { text: title, url })
    case 'facebook':
      return address('https://www.facebook.com/sharer/sharer.php', { u: url })
    case 'linkedin':
      return address('https://www.linkedin.com/sharing/share-offsite/', { url })
    case 'whatsapp':
      return address('https://wa.me/', { text: `${title}\n${url}` })
    case 'telegram':
      return address('https://t.me/share/url', { url, text: title })
    case 'line':
      return address('https://social-plugins.line.me/lineit/share', { url, text: title })
    case 'email':
      // Line breaks of a body are CRLF (RFC 6068, 5).
      return address('mailto:', {
        subject: title,
        body: [title, description, url].filter(Boolean).join('\r\n\r\n'),
      })
    default:
      return service satisfies never
  }
}

const address = (to: string, parameters: Readonly<Record<string, string | null>>): string =>
  `${to}?${Object.entries(parameters)
    .flatMap(([name, value]) => (value ? [`${name}=${encoded(value)}`] : []))
    .join('&')}`

/**
 * Everything but RFC 3986's unreserved characters, by UTF-8. `URLSearchParams` would write a space as
 * `+`, which mail programs and messengers show as it stands.
 */
const encoded = (value: string): string =>
  encodeURIComponent(value).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
