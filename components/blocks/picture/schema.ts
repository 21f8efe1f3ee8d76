import type { Block } from 'payload'
import { words } from '../../../newsroom/words.ts'

export const pictureBlock: Block = {
  slug: 'picture',
  interfaceName: 'PictureBlock',
  labels: { singular: words('Picture', '图片'), plural: words('Pictures', '图片') },
  fields: [
    {
      name: 'picture',
      label: words('Picture', '图片'),
      type: 'upload',
      relationTo: 'media',
      required: true,
    },
    {
      name: 'wide',
      label: words('Wider than the text', '通栏显示'),
      type: 'checkbox',
      defaultValue: false,
    },
  ],
}
