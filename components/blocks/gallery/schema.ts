import type { Block } from 'payload'
import { words } from '../../../newsroom/words.ts'

export const galleryBlock: Block = {
  slug: 'gallery',
  interfaceName: 'GalleryBlock',
  labels: { singular: words('Gallery', '图集'), plural: words('Galleries', '图集') },
  fields: [
    { name: 'title', label: words('Title', '标题'), type: 'text' },
    {
      name: 'pictures',
      label: words('Pictures', '图片'),
      type: 'upload',
      relationTo: 'media',
      hasMany: true,
      minRows: 2,
      maxRows: 24,
      required: true,
    },
  ],
}
