import type { GlobalConfig } from 'payload'
import { siteKey } from '../../lib/purge-keys.ts'
import { rule } from '../access/permissions.ts'
import { writeOutbox } from '../outbox/write.ts'
import { words } from '../words.ts'

/** What masthead, footer and policies say. */
export const siteSettings: GlobalConfig = {
  slug: 'site-settings',
  label: words('Site settings', '网站设置'),
  admin: { group: words('Portal', '门户') },
  access: {
    read: rule('site-settings', 'read'),
    update: rule('site-settings', 'update'),
    readVersions: () => false,
  },
  fields: [
    {
      name: 'name',
      label: words('Name', '名称'),
      type: 'text',
      localized: true,
      required: true,
      maxLength: 60,
    },
    {
      name: 'tagline',
      label: words('Line under the name', '名称下方的说明'),
      type: 'text',
      localized: true,
      maxLength: 120,
    },
    {
      name: 'slogan',
      label: words('Slogan', '标语'),
      type: 'text',
      localized: true,
      maxLength: 120,
    },
    {
      name: 'navigation',
      label: words('Navigation', '导航'),
      type: 'relationship',
      relationTo: ['sections', 'series', 'topics'],
      hasMany: true,
      maxRows: 12,
      admin: {
        description: words('Empty: every section, in order.', '留空则按顺序显示全部栏目。'),
      },
    },
    {
      name: 'inquiries',
      label: words('Address for inquiries', '咨询邮箱'),
      type: 'email',
    },
    {
      name: 'hotline',
      label: words('Hotline for reporting harmful content', '违法和不良信息举报电话'),
      type: 'text',
      maxLength: 40,
    },
    {
      name: 'icp',
      label: words('ICP number', 'ICP 备案号'),
      type: 'text',
      maxLength: 60,
    },
    {
      name: 'newsLicence',
      label: words('Internet news information service licence', '互联网新闻信息服务许可证号'),
      type: 'text',
      maxLength: 60,
    },
    {
      name: 'social',
      label: words('Social accounts', '社交账号'),
      labels: { singular: words('Account', '账号'), plural: words('Accounts', '账号') },
      type: 'array',
      maxRows: 12,
      fields: [
        { name: 'name', label: words('Name', '名称'), type: 'text', required: true },
        {
          name: 'url',
          label: words('Address', '地址'),
          type: 'text',
          required: true,
          validate: (value: unknown) =>
            (typeof value === 'string' && URL.canParse(value) && value.startsWith('https://')) ||
            'https://…',
        },
      ],
    },
    {
      name: 'policyRevision',
      label: words('Policies revised on', '政策修订日期'),
      type: 'date',
      admin: {
        date: { pickerAppearance: 'dayOnly' },
        description: words(
          'A new date asks every reader again about cookies.',
          '更改日期后，会重新征求每位读者对 Cookie 的选择。',
        ),
      },
    },
    {
      name: 'securityContact',
      label: words('Address for reports of security holes', '安全漏洞报告邮箱'),
      type: 'email',
      admin: {
        description: words(
          'Named in security.txt. Empty: the address for inquiries.',
          '写入 security.txt；留空则用咨询邮箱。',
        ),
      },
    },
    {
      name: 'websubHub',
      label: words('WebSub hub', 'WebSub 中心'),
      type: 'text',
      maxLength: 300,
      validate: (value: unknown) =>
        !value ||
        (typeof value === 'string' && URL.canParse(value) && value.startsWith('https://')) ||
        'https://…',
      admin: {
        description: words(
          'Told of every change of the feeds, so that followers see it at once. Empty: none.',
          '订阅源更新时通知该地址，使订阅者及时收到；留空则不通知。',
        ),
      },
    },
  ],
  hooks: {
    afterChange: [
      async ({ doc, req }) => {
        await writeOutbox(req, { keys: [siteKey] })
        return doc
      },
    ],
  },
}
