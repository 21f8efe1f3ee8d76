import type { CollectionConfig } from 'payload'
import { availableWidths, renditionPath } from '../../lib/pictures.ts'
import { accessOf } from '../access/permissions.ts'
import { uploadsDir } from '../environment.ts'
import { words } from '../words.ts'
import { drawRenditions, dropRenditions, nameRenditions, takeIn } from './hooks.ts'

const hidden = { hidden: true, readOnly: true } as const

type Thumbnail = { stem?: unknown; width?: unknown; height?: unknown }

const thumbnail = ({ doc }: { doc: Record<string, unknown> }): string | null => {
  const { stem, width, height }: Thumbnail = doc
  if (typeof stem !== 'string' || typeof width !== 'number' || typeof height !== 'number')
    return null
  const [smallest] = availableWidths({ width, height }, 'square')
  return smallest ? renditionPath(stem, 'square', smallest, 'jpg') : null
}

export const media: CollectionConfig = {
  slug: 'media',
  labels: { singular: words('Picture', '图片'), plural: words('Pictures', '图片') },
  admin: {
    useAsTitle: 'filename',
    defaultColumns: ['filename', 'alt', 'credit', 'updatedAt'],
    group: words('Desk', '编务'),
  },
  access: accessOf('media'),
  upload: {
    staticDir: uploadsDir,
    mimeTypes: ['image/jpeg', 'image/png', 'image/webp'],
    focalPoint: true,
    crop: false,
    pasteURL: false,
    displayPreview: true,
    adminThumbnail: thumbnail,
    modifyResponseHeaders: ({ headers }) => {
      headers.set('X-Content-Type-Options', 'nosniff')
      return headers
    },
  },
  fields: [
    {
      name: 'alt',
      label: words('Alternative text', '替代文字'),
      type: 'text',
      localized: true,
      maxLength: 300,
      admin: {
        description: words(
          'What the picture shows, for somebody who cannot see it. Needed in each language it is published in.',
          '为看不到图片的读者描述画面。用于哪种语言，就需填写哪种语言。',
        ),
      },
    },
    {
      name: 'caption',
      label: words('Caption', '图说'),
      type: 'textarea',
      localized: true,
      maxLength: 400,
    },
    {
      name: 'credit',
      label: words('Credit', '图片署名'),
      type: 'text',
      localized: true,
      maxLength: 120,
      admin: { description: words('Photo: Chen Yingzhu', '例如：摄影/陈颖竹') },
    },
    { name: 'licence', label: words('Licence', '授权'), type: 'text', maxLength: 120 },
    { name: 'stem', type: 'text', index: true, admin: hidden },
    { name: 'fileHash', type: 'text', admin: hidden },
  ],
  hooks: {
    beforeOperation: [takeIn],
    beforeChange: [nameRenditions],
    afterChange: [drawRenditions],
    afterDelete: [dropRenditions],
  },
}
