import type { CollectionConfig, Field } from 'payload'
import { accessOf } from '../access/permissions.ts'
import { words } from '../words.ts'

const readOnly = { readOnly: true }

const day: Field = {
  name: 'day',
  label: words('Day', '日期'),
  // `2026-11-24` by Chongqing's clock.
  type: 'text',
  required: true,
  maxLength: 10,
  admin: readOnly,
}

const count = (name: string, label: ReturnType<typeof words>): Field => ({
  name,
  label,
  type: 'number',
  required: true,
  defaultValue: 0,
  admin: readOnly,
})

const group = words('Readers', '读者')

/** What readers answered to the cookie notice, by day. The edge adds up; nobody is told apart. */
export const consentCounts: CollectionConfig = {
  slug: 'consent-counts',
  labels: {
    singular: words('Day of cookie choices', 'Cookie 选择统计'),
    plural: words('Cookie choices by day', 'Cookie 选择统计'),
  },
  admin: {
    useAsTitle: 'day',
    defaultColumns: ['day', 'shown', 'accepted', 'refused', 'chosen'],
    group,
  },
  access: accessOf('consent-counts'),
  defaultSort: '-day',
  timestamps: false,
  indexes: [{ fields: ['day'], unique: true }],
  fields: [
    day,
    count('shown', words('Notice shown', '展示次数')),
    count('accepted', words('Accepted', '全部接受')),
    count('refused', words('Refused', '全部拒绝')),
    count('chosen', words('Chosen one by one', '逐项选择')),
  ],
}

/** How often stories were read, by day: from readers who agreed to statistics, without identifiers. */
export const readingCounts: CollectionConfig = {
  slug: 'reading-counts',
  labels: {
    singular: words('Reads of a story', '报道阅读量'),
    plural: words('Reads by day', '每日阅读量'),
  },
  admin: { useAsTitle: 'path', defaultColumns: ['day', 'path', 'reads'], group },
  access: accessOf('reading-counts'),
  defaultSort: ['-day', '-reads'],
  timestamps: false,
  indexes: [{ fields: ['day', 'path'], unique: true }],
  fields: [
    day,
    {
      name: 'path',
      label: words('Address', '地址'),
      type: 'text',
      required: true,
      index: true,
      admin: readOnly,
    },
    count('reads', words('Reads', '阅读次数')),
  ],
}
