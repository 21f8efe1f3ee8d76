import type { CollectionConfig, FilterOptions } from 'payload'
import { accessOf } from '../access/permissions.ts'
import { languageField } from '../fields/language.ts'
import { frontPagePurge } from '../outbox/front-pages.ts'
import { words } from '../words.ts'

const sameLanguage: FilterOptions = ({ data }) => ({ language: { equals: data.language } })

/** One front page per language. Places left empty fill with flagged stories, then with the latest. */
export const frontPages: CollectionConfig = {
  slug: 'front-pages',
  labels: { singular: words('Front page', '首页'), plural: words('Front pages', '首页') },
  admin: {
    useAsTitle: 'language',
    defaultColumns: ['language', 'lead', 'updatedAt'],
    group: words('Portal', '门户'),
  },
  access: accessOf('front-pages'),
  fields: [
    {
      name: 'lead',
      label: words('Lead', '头条'),
      type: 'relationship',
      relationTo: 'articles',
      filterOptions: sameLanguage,
    },
    {
      name: 'seconds',
      label: words('Seconds', '次条'),
      type: 'relationship',
      relationTo: 'articles',
      hasMany: true,
      maxRows: 3,
      filterOptions: sameLanguage,
    },
    {
      name: 'strips',
      label: words('Strips', '版块'),
      labels: { singular: words('Strip', '版块'), plural: words('Strips', '版块') },
      type: 'array',
      maxRows: 16,
      fields: [
        {
          name: 'source',
          label: words('Filled from', '内容来源'),
          type: 'relationship',
          relationTo: ['sections', 'series', 'topics'],
          required: true,
        },
        {
          name: 'layout',
          label: words('Layout', '版式'),
          type: 'select',
          required: true,
          defaultValue: 'cards',
          options: [
            { value: 'cards', label: words('Cards', '卡片') },
            { value: 'numbered', label: words('Numbered list', '编号列表') },
            { value: 'gallery', label: words('Gallery', '画廊') },
            { value: 'series', label: words('Series, in its own colour', '系列专色') },
          ],
        },
        {
          name: 'stories',
          label: words('Stories that stand first', '置顶报道'),
          type: 'relationship',
          relationTo: 'articles',
          hasMany: true,
          maxRows: 6,
        },
      ],
    },
    languageField({ unique: true }),
  ],
  hooks: frontPagePurge,
}
