import type { CollectionConfig } from 'payload'
import { staticPages } from '../../lib/urls.ts'
import { accessOf } from '../access/permissions.ts'
import { bodyEditor } from '../body/editor.ts'
import { languageField } from '../fields/language.ts'
import { pagePurge } from '../outbox/pages.ts'
import { type Words, words } from '../words.ts'

const names: Record<(typeof staticPages)[number], Words> = {
  about: words('About', '关于我们'),
  contact: words('Contact', '联系我们'),
  privacy: words('Privacy statement', '隐私声明'),
  cookies: words('Cookie policy', 'Cookie 政策'),
  terms: words('Terms of use', '使用条款'),
  corrections: words('Corrections policy', '更正原则'),
  ownership: words('Ownership', '主办与资质'),
}

/** The pages in the footer: one document for each page and language. */
export const pages: CollectionConfig = {
  slug: 'pages',
  labels: { singular: words('Page', '页面'), plural: words('Pages', '页面') },
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['title', 'slug', 'language', '_status'],
    group: words('Portal', '门户'),
  },
  access: accessOf('pages'),
  versions: { drafts: { autosave: { interval: 3000 } }, maxPerDoc: 50 },
  indexes: [{ fields: ['language', 'slug'], unique: true }],
  fields: [
    { name: 'title', label: words('Title', '标题'), type: 'text', required: true, maxLength: 120 },
    {
      name: 'standfirst',
      label: words('Standfirst', '导语'),
      type: 'textarea',
      maxLength: 300,
    },
    {
      name: 'body',
      label: words('Text', '正文'),
      type: 'richText',
      required: true,
      editor: bodyEditor,
    },
    {
      name: 'slug',
      label: words('Page', '页面'),
      type: 'select',
      required: true,
      options: staticPages.map((value) => ({ value, label: names[value] })),
      admin: { position: 'sidebar' },
    },
    languageField(),
  ],
  hooks: pagePurge,
}
