import type {
  SerializedEditorState,
  SerializedLexicalNode,
} from '@payloadcms/richtext-lexical/lexical'

/** A node of the editor's tree, as it is stored: known by its type, read with care. */
export type StoredNode = SerializedLexicalNode & Record<string, unknown>

export const childrenOf = (node: StoredNode): StoredNode[] =>
  Array.isArray(node.children) ? (node.children as StoredNode[]) : []

/** The top nodes of a stored text; none when it is empty or not a text. */
export function topNodes(state: unknown): StoredNode[] {
  if (typeof state !== 'object' || state === null || !('root' in state)) return []
  const { root } = state as SerializedEditorState
  return childrenOf(root as unknown as StoredNode)
}

/** The fields of a block node; empty for every other node. */
export function blockFields(node: StoredNode): Record<string, unknown> {
  const { fields } = node
  return node.type === 'block' && typeof fields === 'object' && fields !== null
    ? (fields as Record<string, unknown>)
    : {}
}

/** Every node of a stored text, blocks and the texts in them included, in reading order. */
export function* walk(state: unknown): Generator<StoredNode> {
  const stack = [...topNodes(state)].reverse()
  for (let node = stack.pop(); node; node = stack.pop()) {
    yield node
    const inner = topNodes(blockFields(node).body)
    stack.push(...[...childrenOf(node), ...inner].reverse())
  }
}

const isText = (value: unknown): value is string => typeof value === 'string'

/** The words of a stored text, for reading time and search: paragraphs, blocks' titles and quotes. */
export function plainText(state: unknown): string {
  const parts: string[] = []
  for (const node of walk(state)) {
    if (isText(node.text)) parts.push(node.text)
    else if (node.type !== 'link' && node.type !== 'autolink') parts.push('\n')
    const fields = blockFields(node)
    for (const value of [fields.title, fields.text]) if (isText(value)) parts.push(value)
  }
  return parts.join('').trim()
}

export const hasBlock = (state: unknown, blockType: string): boolean => {
  for (const node of walk(state)) if (blockFields(node).blockType === blockType) return true
  return false
}
