import type { CollectionConfig } from 'payload'
import { accessOf } from '../access/permissions.ts'
import { languageField } from '../fields/language.ts'
import { words } from '../words.ts'

const readOnly = { readOnly: true }

/** What readers write by the form. It is kept here and nowhere else; the desk marks what is done. */
export const messages: CollectionConfig = {
  slug: 'messages',
  labels: { singular: words('Message', '读者留言'), plural: words('Messages', '读者留言') },
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'kind', 'language', 'handled', 'createdAt'],
    group: words('Desk', '编务'),
  },
  access: accessOf('messages'),
  defaultSort: '-createdAt',
  fields: [
    {
      name: 'kind',
      label: words('Kind', '类型'),
      type: 'select',
      required: true,
      options: [
        { value: 'comment', label: words('Comment', '意见建议') },
        { value: 'correction', label: words('Correction', '内容纠错') },
        { value: 'tip', label: words('Tip', '新闻线索') },
        { value: 'harmful', label: words('Report of harmful content', '有害信息举报') },
      ],
      admin: readOnly,
    },
    { name: 'name', label: words('Name', '姓名'), type: 'text', required: true, admin: readOnly },
    {
      name: 'email',
      label: words('E-mail', '电子邮箱'),
      type: 'email',
      required: true,
      admin: readOnly,
    },
    {
      name: 'story',
      label: words('Address of the story', '相关报道地址'),
      type: 'text',
      admin: readOnly,
    },
    {
      name: 'text',
      label: words('Text', '内容'),
      type: 'textarea',
      required: true,
      admin: readOnly,
    },
    {
      name: 'handled',
      label: words('Done', '已处理'),
      type: 'checkbox',
      defaultValue: false,
      index: true,
      admin: { position: 'sidebar' },
    },
    languageField(),
  ],
}
