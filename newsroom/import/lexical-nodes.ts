import { randomBytes } from 'node:crypto'

/**
 * Builders of the editor's stored nodes, as `@payloadcms/richtext-lexical` 3.90 writes them. Keys of
 * texts and paragraphs, which are nearly all there is, stand as PostgreSQL keeps them (short ones first, then by the
 * alphabet): it has nothing to sort then.
 */
export type Node = { type: string; version: number } & Record<string, unknown>

const element = (type: string, children: Node[], extra: Record<string, unknown> = {}): Node => ({
  type,
  format: '',
  indent: 0,
  version: 1,
  children,
  direction: null,
  ...extra,
})

const newId = () => randomBytes(12).toString('hex')

export const text = (value: string, marks: { bold: boolean; italic: boolean }): Node => ({
  mode: 'normal',
  text: value,
  type: 'text',
  style: '',
  detail: 0,
  format: (marks.bold ? 1 : 0) | (marks.italic ? 2 : 0),
  version: 1,
})
export const lineBreak = (): Node => ({ type: 'linebreak', version: 1 })
export const paragraph = (children: Node[]): Node =>
  element('paragraph', children, { textStyle: '', textFormat: 0 })
export const heading = (level: 2 | 3, children: Node[]): Node =>
  element('heading', children, { tag: `h${level}` })
export const quote = (children: Node[]): Node => element('quote', children)
export const list = (ordered: boolean, children: Node[]): Node =>
  element('list', children, {
    listType: ordered ? 'number' : 'bullet',
    tag: ordered ? 'ol' : 'ul',
    start: 1,
  })
export const listItem = (value: number, children: Node[]): Node =>
  element('listitem', children, { value })

export type LinkTarget =
  | { linkType: 'custom'; url: string }
  | { linkType: 'internal'; doc: { relationTo: 'articles' | 'pages'; value: number } }
export const link = (target: LinkTarget, children: Node[]): Node =>
  element('link', children, { fields: { ...target, newTab: false }, id: newId(), version: 3 })

export const block = (blockType: string, fields: Record<string, unknown>): Node => ({
  type: 'block',
  fields: { id: newId(), blockName: '', blockType, ...fields },
  format: '',
  version: 2,
})
export const root = (children: Node[]): { root: Node } => ({ root: element('root', children) })
