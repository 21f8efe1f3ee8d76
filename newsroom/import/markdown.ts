import type { List, ListItem, Nodes, PhrasingContent, RootContent } from 'mdast'
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive'
import { toString as textOf } from 'mdast-util-to-string'
import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import * as make from './lexical-nodes.ts'

/** Names in the files, resolved to documents of the newsroom. Each throws when there is none. */
export type References = {
  story: (slug: string) => number
  page: (slug: string) => make.LinkTarget
  picture: (name: string) => number
}

type Directive = ContainerDirective | LeafDirective | TextDirective
type Marks = { bold: boolean; italic: boolean }
type Block = (node: Directive, refs: References) => make.Node

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkDirective)

/**
 * Turns the Markdown of `content/README.md` into the editor's stored text.
 * @throws {Error} that names the line, when the text holds what a story cannot.
 */
export function toLexical(markdown: string, refs: References): { root: make.Node } {
  const tree = processor.parse(markdown)
  return make.root(tree.children.map((node) => blockNode(node, refs)))
}

const at = (node: Nodes): string => `line ${node.position?.start.line ?? '?'}`

function blockNode(node: RootContent, refs: References): make.Node {
  switch (node.type) {
    case 'paragraph':
      return make.paragraph(inlines(node.children, refs))
    case 'heading':
      if (node.depth !== 2 && node.depth !== 3)
        throw new Error(`${at(node)}: headings are ## or ###`)
      return make.heading(node.depth, inlines(node.children, refs))
    case 'list':
      return listNode(node, refs)
    case 'blockquote':
      return make.quote(quoted(node.children, refs))
    case 'containerDirective':
    case 'leafDirective':
      return directive(node, refs)
    default:
      throw new Error(`${at(node)}: a story cannot hold "${node.type}"`)
  }
}

/** A quotation holds lines, not paragraphs: what were paragraphs are parted by a line break. */
function quoted(nodes: readonly RootContent[], refs: References): make.Node[] {
  return nodes.flatMap((node, index) => {
    if (node.type !== 'paragraph') throw new Error(`${at(node)}: a quotation holds text only`)
    return [...(index > 0 ? [make.lineBreak()] : []), ...inlines(node.children, refs)]
  })
}

function listNode(node: List, refs: References): make.Node {
  const items = node.children.flatMap((item, index) => listItems(item, index + 1, refs))
  return make.list(node.ordered === true, items)
}

/** The editor keeps a list within a list as an item of its own. */
function listItems(item: ListItem, value: number, refs: References): make.Node[] {
  return item.children.map((child) => {
    if (child.type === 'paragraph') return make.listItem(value, inlines(child.children, refs))
    if (child.type === 'list') return make.listItem(value, [listNode(child, refs)])
    throw new Error(`${at(child)}: a list holds text and lists only`)
  })
}

const plain: Marks = { bold: false, italic: false }

function inlines(nodes: readonly PhrasingContent[], refs: References, marks = plain): make.Node[] {
  return nodes.flatMap((node) => inline(node, refs, marks))
}

function inline(node: PhrasingContent, refs: References, marks: Marks): make.Node[] {
  switch (node.type) {
    case 'text':
      // A line that was broken in the file runs on; between Han characters without a space.
      return [make.text(joinLines(node.value), marks)]
    case 'inlineCode':
      return [make.text(node.value, marks)]
    case 'strong':
      return inlines(node.children, refs, { ...marks, bold: true })
    case 'emphasis':
      return inlines(node.children, refs, { ...marks, italic: true })
    case 'break':
      return [make.lineBreak()]
    case 'link':
      return [make.link(target(node.url, refs), inlines(node.children, refs, marks))]
    case 'textDirective':
      // A colon before a word in running text is just that.
      return [make.text(`:${node.name}${textOf(node)}`, marks)]
    default:
      throw new Error(`${at(node)}: text cannot hold "${node.type}"`)
  }
}

const joinLines = (value: string): string =>
  value
    .replace(/(?<=[\p{Script=Han}，。；：、！？”’》）])\n(?=[\p{Script=Han}“‘《（])/gu, '')
    .replace(/\s*\n\s*/g, ' ')

function target(url: string, refs: References): make.LinkTarget {
  const [, scheme, name = ''] = /^(story|page):(.+)$/.exec(url) ?? []
  if (scheme === 'story')
    return { linkType: 'internal', doc: { relationTo: 'articles', value: refs.story(name) } }
  return scheme === 'page' ? refs.page(name) : { linkType: 'custom', url }
}

function attribute(node: Directive, name: string): string {
  const value = node.attributes?.[name]
  if (!value) throw new Error(`${at(node)}: "${node.name}" needs ${name}="…"`)
  return value
}

/** The words of a list, one line each. */
function lines(node: Directive): string[] {
  return node.children.flatMap((child) =>
    child.type === 'list' ? child.children.map((item) => textOf(item).trim()) : [],
  )
}

const blocks: Record<string, Block> = {
  picture: (node, refs) =>
    make.block('picture', {
      picture: refs.picture(attribute(node, 'name')),
      wide: node.attributes?.wide !== undefined,
    }),
  gallery: (node, refs) =>
    make.block('gallery', {
      title: node.attributes?.title ?? null,
      pictures: lines(node).map((name) => refs.picture(name)),
    }),
  'pull-quote': (node) =>
    make.block('pullQuote', { text: textOf(node).trim(), source: node.attributes?.source ?? null }),
  question: (node) => make.block('question', { text: textOf(node).trim() }),
  'fact-box': (node, refs) =>
    make.block('factBox', {
      title: attribute(node, 'title'),
      body: make.root(node.children.map((child) => blockNode(child as RootContent, refs))),
    }),
  related: (node, refs) =>
    make.block('relatedStory', { story: refs.story(attribute(node, 'story')) }),
  video: (node, refs) =>
    make.block('video', {
      url: attribute(node, 'url'),
      title: attribute(node, 'title'),
      picture: refs.picture(attribute(node, 'picture')),
    }),
}

function directive(node: Directive, refs: References): make.Node {
  const build = blocks[node.name]
  if (!build) throw new Error(`${at(node)}: there is no block "${node.name}"`)
  return build(node, refs)
}
