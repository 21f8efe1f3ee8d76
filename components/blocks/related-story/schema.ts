import type { Block } from 'payload'
import { words } from '../../../newsroom/words.ts'

export const relatedStoryBlock: Block = {
  slug: 'relatedStory',
  interfaceName: 'RelatedStoryBlock',
  labels: {
    singular: words('Related story', '相关报道'),
    plural: words('Related stories', '相关报道'),
  },
  fields: [
    {
      name: 'story',
      label: words('Story', '报道'),
      type: 'relationship',
      relationTo: 'articles',
      required: true,
    },
  ],
}
