import { searchTextOf } from '../../components/blocks/search-texts.ts'
import { blockFields, childrenOf, type StoredNode, topNodes } from '../../lib/story/lexical.ts'

/** What of a body is searched. */
export type BodyText = {
  /** Paragraphs, headings, items of lists and words of blocks, in reading order. */
  body: string[]
  captions: string[]
  /** Pictures whose captions are searched too. */
  pictures: number[]
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''

const idsOf = (value: unknown): number[] =>
  (Array.isArray(value) ? value : [value]).flatMap((one: unknown) => {
    const id = typeof one === 'object' && one !== null && 'id' in one ? one.id : one
    return typeof id === 'number' ? [id] : []
  })

/** Whether a node holds words in a row, and not further paragraphs. */
const holdsWords = (node: StoredNode): boolean =>
  childrenOf(node).some(({ type }) => ['text', 'link', 'autolink', 'linebreak'].includes(type))

function wordsOf(node: StoredNode): string {
  if (typeof node.text === 'string') return node.text
  if (node.type === 'linebreak') return '\n'
  return childrenOf(node).map(wordsOf).join('')
}

/** Reads a stored body for the search index; what it does not know, it passes over. */
export function bodyTextOf(state: unknown): BodyText {
  const found: BodyText = { body: [], captions: [], pictures: [] }
  read(topNodes(state), found)
  return found
}

function read(nodes: readonly StoredNode[], found: BodyText): void {
  for (const node of nodes) {
    const fields = blockFields(node)
    const {
      body = [],
      captions = [],
      pictures = [],
    } = typeof fields.blockType === 'string' ? searchTextOf(fields.blockType)(fields) : {}
    found.body.push(...body.filter(isText))
    found.captions.push(...captions.filter(isText))
    found.pictures.push(...idsOf(pictures))
    if (holdsWords(node)) {
      const words = wordsOf(node).trim()
      if (words !== '') found.body.push(words)
      // The items of a list within an item stand beside its words.
      read(
        childrenOf(node).filter(({ type }) => type === 'list'),
        found,
      )
    } else read(childrenOf(node), found)
    read(topNodes(fields.body), found)
  }
}
