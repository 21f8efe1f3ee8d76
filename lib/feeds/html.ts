import type { Picture } from '../pictures.ts'
import type { BodyList, BodyPart, Inline, StoryCard, VideoLink } from '../reading/types.ts'
import { unreachable } from '../urls.ts'
import { type FeedWords, pictureFile } from './feed.ts'
import { escaped } from './safe-text.ts'

type Setting = { siteUrl: string; words: FeedWords }

/**
 * A body as HTML for other people's programs: complete by itself, every link absolute, every text
 * escaped; no script, frame, style or attribute that runs. `>` is escaped too, so that no text can end
 * a CDATA section.
 */
export function bodyHtml(parts: readonly BodyPart[], setting: Setting): string {
  return new HtmlWriter(setting).parts(parts)
}

/** A picture with its caption and credit; see `bodyHtml`. */
export const pictureHtml = (picture: Picture, setting: Setting): string =>
  new HtmlWriter(setting).picture(picture)

const schemes = ['https:', 'http:', 'mailto:', 'tel:']

class HtmlWriter {
  private readonly siteUrl: string
  private readonly words: FeedWords

  constructor({ siteUrl, words }: Setting) {
    this.siteUrl = siteUrl
    this.words = words
  }

  parts(parts: readonly BodyPart[]): string {
    return parts.map((part) => this.part(part)).join('\n')
  }

  private part(part: BodyPart): string {
    switch (part.kind) {
      case 'paragraph':
        return `<p>${this.inlines(part.children)}</p>`
      case 'heading':
        return `<h${part.level}>${this.inlines(part.children)}</h${part.level}>`
      case 'list':
        return this.list(part)
      case 'quotation':
        return `<blockquote><p>${this.inlines(part.children)}</p></blockquote>`
      case 'picture':
        return this.picture(part.picture)
      case 'gallery': {
        const pictures = part.pictures.map((picture) => this.picture(picture)).join('\n')
        return `<section><h3>${escaped(part.title ?? this.words.gallery)}</h3>\n${pictures}</section>`
      }
      case 'pull-quote': {
        const source = part.source ? `<figcaption>${escaped(part.source)}</figcaption>` : ''
        return `<figure><blockquote><p>${escaped(part.text)}</p></blockquote>${source}</figure>`
      }
      case 'question':
        return `<h3>${escaped(part.text)}</h3>`
      case 'fact-box':
        return `<aside><h3>${escaped(part.title)}</h3>\n${this.parts(part.body)}</aside>`
      case 'related-story':
        return this.related(part.story)
      case 'video':
        return this.video(part.video, part.title, part.picture)
      default:
        return unreachable(part)
    }
  }

  picture(picture: Picture): string {
    const words = [picture.caption && escaped(picture.caption), credit(picture)]
    return figure(this.image(picture), words.filter(Boolean).join(' '))
  }

  private image(picture: Picture): string {
    const { path, width, height } = pictureFile(picture)
    const source = escaped(new URL(path, this.siteUrl).href)
    return `<img src="${source}" alt="${escaped(picture.alt)}" width="${width}" height="${height}">`
  }

  private related({ href, headline }: StoryCard): string {
    const link = this.anchor(href, escaped(headline))
    return `<p><strong>${escaped(this.words.readAlso)}</strong> ${link}</p>`
  }

  /** A picture that leads to the video: nothing of another site is loaded in a reader's program. */
  private video({ watchUrl, host }: VideoLink, title: string, picture: Picture): string {
    const caption = this.anchor(watchUrl, escaped(this.words.video(title, host)))
    return figure(this.anchor(watchUrl, this.image(picture)), `${caption} ${credit(picture)}`)
  }

  private list({ ordered, items }: BodyList): string {
    const tag = ordered ? 'ol' : 'ul'
    const lines = items.map(
      ({ children, list }) => `<li>${this.inlines(children)}${list ? this.list(list) : ''}</li>`,
    )
    return `<${tag}>${lines.join('')}</${tag}>`
  }

  private inlines(inlines: readonly Inline[]): string {
    return inlines.map((inline) => this.inline(inline)).join('')
  }

  private inline(inline: Inline): string {
    switch (inline.kind) {
      case 'text': {
        const slanted = inline.italic ? `<em>${escaped(inline.text)}</em>` : escaped(inline.text)
        return inline.bold ? `<strong>${slanted}</strong>` : slanted
      }
      case 'link':
        return this.anchor(inline.href, this.inlines(inline.children))
      case 'break':
        return '<br>'
      default:
        return unreachable(inline)
    }
  }

  /** What does not lead to a safe address is left as words. */
  private anchor(href: string, inner: string): string {
    const url = URL.canParse(href, this.siteUrl) ? new URL(href, this.siteUrl) : null
    return url && schemes.includes(url.protocol)
      ? `<a href="${escaped(url.href)}">${inner}</a>`
      : inner
  }
}

const figure = (shown: string, caption: string): string =>
  `<figure>${shown}<figcaption>${caption}</figcaption></figure>`

const credit = ({ credit: made, licence }: Picture): string =>
  `<small>${escaped(licence ? `${made} · ${licence}` : made)}</small>`
