import type { Picture } from '../pictures.ts'
import type { BodyList, BodyPart, Inline, ListItem, StoryCard } from '../reading/types.ts'
import { readVideoLink } from '../video-links.ts'
import { blockFields, childrenOf, type StoredNode, topNodes, walk } from './lexical.ts'

/** Documents that a body refers to. */
export type BodyReferences = {
  pictures: readonly number[]
  /** Stories named by a block. */
  stories: readonly number[]
  /** Stories and pages that text links to. */
  links: readonly { relationTo: string; id: number }[]
}

/** The same documents as readers may see them; what is not there is not public, and is left out. */
export type BodyDocuments = {
  picture: (id: number) => Picture | null
  story: (id: number) => StoryCard | null
  /** The path that a link leads to now. */
  link: (relationTo: string, id: number) => string | null
}

const idOf = (value: unknown): number | null => {
  if (typeof value === 'number') return value
  const inner: unknown =
    typeof value === 'object' && value !== null && 'id' in value ? value.id : null
  return typeof inner === 'number' ? inner : null
}
const ids = (values: unknown): number[] =>
  (Array.isArray(values) ? values : [values]).flatMap((value) => idOf(value) ?? [])

type LinkFields = {
  linkType?: unknown
  url?: unknown
  doc?: { relationTo?: unknown; value?: unknown }
}
const linkFields = (node: StoredNode): LinkFields => (node.fields ?? {}) as LinkFields

/** Every document that a stored body refers to, so that they can be read at once. */
export function referencesOf(state: unknown): BodyReferences {
  const pictures: number[] = []
  const stories: number[] = []
  const links: { relationTo: string; id: number }[] = []
  for (const node of walk(state)) {
    const fields = blockFields(node)
    pictures.push(...ids(fields.picture), ...ids(fields.pictures ?? []))
    stories.push(...ids(fields.story ?? []))
    if (node.type !== 'link') continue
    const { doc } = linkFields(node)
    const id = idOf(doc?.value)
    if (id !== null && typeof doc?.relationTo === 'string')
      links.push({ relationTo: doc.relationTo, id })
  }
  return { pictures, stories, links }
}

/**
 * Reduces a stored body to what a page shows. A node of an unknown type is reported to `onUnknown`
 * and left out: a reader is not shown a fault of the desk.
 */
export function readBody(
  state: unknown,
  documents: BodyDocuments,
  onUnknown: (type: string) => void,
): BodyPart[] {
  return new BodyReader(documents, onUnknown).parts(topNodes(state))
}

const boldBit = 1
const italicBit = 2
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

class BodyReader {
  private readonly documents: BodyDocuments
  private readonly onUnknown: (type: string) => void
  private headings = 0

  constructor(documents: BodyDocuments, onUnknown: (type: string) => void) {
    this.documents = documents
    this.onUnknown = onUnknown
  }

  parts(nodes: readonly StoredNode[]): BodyPart[] {
    return nodes.flatMap((node) => this.part(node) ?? [])
  }

  private part(node: StoredNode): BodyPart | null {
    switch (node.type) {
      case 'paragraph': {
        const children = this.inlines(childrenOf(node))
        return children.length > 0 ? { kind: 'paragraph', children } : null
      }
      case 'heading': {
        const children = this.inlines(childrenOf(node))
        return { kind: 'heading', level: node.tag === 'h3' ? 3 : 2, id: this.anchor(), children }
      }
      case 'list':
        return this.list(node)
      case 'quote':
        return { kind: 'quotation', children: this.inlines(childrenOf(node)) }
      case 'block':
        return this.block(blockFields(node))
      default:
        this.onUnknown(node.type)
        return null
    }
  }

  /** Anchors are numbered: the words of a heading or question may be mended without breaking an address. */
  private anchor(): string {
    this.headings += 1
    return `part-${this.headings}`
  }

  private list(node: StoredNode): BodyList {
    const items: ListItem[] = []
    for (const item of childrenOf(node)) {
      const inner = childrenOf(item).find((child) => child.type === 'list')
      const last = items.at(-1)
      // The editor keeps a list within a list as an item of its own, after the one that it belongs to.
      if (inner && last) items[items.length - 1] = { ...last, list: this.list(inner) }
      else
        items.push({
          children: this.inlines(childrenOf(item)),
          list: inner ? this.list(inner) : null,
        })
    }
    return { kind: 'list', ordered: node.listType === 'number', items }
  }

  private inlines(nodes: readonly StoredNode[]): Inline[] {
    return nodes.flatMap((node): Inline[] => {
      switch (node.type) {
        case 'text': {
          const format = typeof node.format === 'number' ? node.format : 0
          const bold = (format & boldBit) !== 0
          const italic = (format & italicBit) !== 0
          return node.text === '' ? [] : [{ kind: 'text', text: text(node.text), bold, italic }]
        }
        case 'linebreak':
          return [{ kind: 'break' }]
        case 'link':
        case 'autolink':
          return this.link(node)
        default:
          this.onUnknown(node.type)
          return []
      }
    })
  }

  /** A link to what is not public any more leaves its words behind. */
  private link(node: StoredNode): Inline[] {
    const children = this.inlines(childrenOf(node))
    const { linkType, url, doc } = linkFields(node)
    const id = idOf(doc?.value)
    const href =
      linkType === 'internal' && id !== null
        ? this.documents.link(text(doc?.relationTo), id)
        : safeHref(text(url))
    if (!href) return children
    return [{ kind: 'link', href, external: !href.startsWith('/'), children }]
  }

  private block(fields: Record<string, unknown>): BodyPart | null {
    switch (fields.blockType) {
      case 'picture': {
        const picture = this.picture(fields.picture)
        return picture && { kind: 'picture', picture, wide: fields.wide === true }
      }
      case 'gallery': {
        const pictures = ids(fields.pictures).flatMap((id) => this.documents.picture(id) ?? [])
        return pictures.length > 0
          ? { kind: 'gallery', title: text(fields.title) || null, pictures }
          : null
      }
      case 'pullQuote':
        return { kind: 'pull-quote', text: text(fields.text), source: text(fields.source) || null }
      case 'question':
        return { kind: 'question', text: text(fields.text), id: this.anchor() }
      case 'factBox': {
        const body = this.parts(topNodes(fields.body))
        return { kind: 'fact-box', title: text(fields.title), body }
      }
      case 'relatedStory': {
        const id = idOf(fields.story)
        const story = id === null ? null : this.documents.story(id)
        return story && { kind: 'related-story', story }
      }
      case 'video': {
        const video = readVideoLink(text(fields.url))
        const picture = this.picture(fields.picture)
        return video && picture && { kind: 'video', video, title: text(fields.title), picture }
      }
      default:
        this.onUnknown(`block ${text(fields.blockType)}`)
        return null
    }
  }

  private picture(value: unknown): Picture | null {
    const id = idOf(value)
    return id === null ? null : this.documents.picture(id)
  }
}

/** Links that text may hold: the web, mail, telephone, and paths of the portal itself. */
function safeHref(url: string): string | null {
  const trimmed = url.trim()
  if (trimmed.startsWith('/') && !trimmed.startsWith('//')) return trimmed
  if (!URL.canParse(trimmed)) return null
  return ['https:', 'http:', 'mailto:', 'tel:'].includes(new URL(trimmed).protocol) ? trimmed : null
}
