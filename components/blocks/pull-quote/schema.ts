import type { Block } from 'payload'
import { words } from '../../../newsroom/words.ts'

export const pullQuoteBlock: Block = {
  slug: 'pullQuote',
  interfaceName: 'PullQuoteBlock',
  labels: { singular: words('Pull quote', '摘句'), plural: words('Pull quotes', '摘句') },
  fields: [
    {
      name: 'text',
      label: words('Text', '文字'),
      type: 'textarea',
      required: true,
      maxLength: 280,
    },
    { name: 'source', label: words('Who says it', '出处'), type: 'text', maxLength: 120 },
  ],
}
