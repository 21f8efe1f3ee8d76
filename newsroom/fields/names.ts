import type { Field, TextField } from 'payload'
import { isSlug, reservedSlugs } from '../../lib/urls.ts'
import { wordFor, words } from '../words.ts'

const wrongSlug = words(
  'Use lower-case Latin letters, digits and single hyphens, such as two-rivers.',
  '请使用小写拉丁字母、数字和单个连字符，例如 two-rivers。',
)
const reservedSlug = words(
  'The portal uses this word in its own addresses. Choose another.',
  '这个词已用于网站自身的地址，请换一个。',
)

/** True, or what is wrong with the text as a slug, in the language of the newsroom's user. */
export function checkSlug(value: unknown, uiLanguage: string, reserved = false): true | string {
  if (typeof value !== 'string' || !isSlug(value)) return wordFor(wrongSlug, uiLanguage)
  return reserved && reservedSlugs.includes(value) ? wordFor(reservedSlug, uiLanguage) : true
}

/** The part of an address that names a section, series, topic or person; one for all languages. */
export const sharedSlug = (reserved = false): TextField => ({
  name: 'slug',
  label: words('Name in addresses', '地址中的名称'),
  type: 'text',
  required: true,
  unique: true,
  index: true,
  validate: (value: unknown, { req }: { req: { i18n: { language: string } } }) =>
    checkSlug(value, req.i18n.language, reserved),
  admin: {
    position: 'sidebar',
    description: words(
      'Latin letters, the same in every language. Earlier addresses go on working.',
      '拉丁字母，各语言通用。更改后旧地址仍然有效。',
    ),
  },
})

/** Name and description of what readers browse by, in each language. */
export const namedFields: Field[] = [
  {
    name: 'name',
    label: words('Name', '名称'),
    type: 'text',
    localized: true,
    required: true,
    maxLength: 60,
  },
  {
    name: 'description',
    label: words('Description', '简介'),
    type: 'textarea',
    localized: true,
    maxLength: 300,
  },
]

export const accentField: Field = {
  name: 'accent',
  label: words('Colour', '颜色'),
  type: 'select',
  defaultValue: 'ink',
  options: [
    { value: 'ink', label: words('Ink', '墨色') },
    { value: 'jade', label: words('Jade', '翠绿') },
    { value: 'vermilion', label: words('Vermilion', '朱红') },
    { value: 'dusk', label: words('Dusk', '暮紫') },
  ],
  admin: { position: 'sidebar' },
}
