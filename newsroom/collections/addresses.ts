import type { CollectionConfig } from 'payload'
import { accessOf } from '../access/permissions.ts'
import { words } from '../words.ts'

/**
 * Every address that a story, section, series, topic or author was ever published at. The newsroom
 * keeps these by itself: they turn an old address into a redirect, and that of a withdrawn story into 410.
 */
export const addresses: CollectionConfig = {
  slug: 'addresses',
  labels: { singular: words('Address', '地址记录'), plural: words('Addresses', '地址记录') },
  admin: {
    useAsTitle: 'path',
    defaultColumns: ['path', 'target', 'since'],
    group: words('Portal', '门户'),
  },
  access: accessOf('addresses'),
  fields: [
    {
      name: 'path',
      label: words('Path', '路径'),
      type: 'text',
      required: true,
      unique: true,
      index: true,
    },
    {
      name: 'target',
      label: words('Leads to', '指向'),
      type: 'relationship',
      relationTo: ['articles', 'sections', 'series', 'topics', 'people'],
    },
    {
      name: 'since',
      label: words('Public since', '公开时间'),
      type: 'date',
      required: true,
    },
  ],
}
