import type { CollectionConfig, Field } from 'payload'
import { accessOf } from '../../access/permissions.ts'
import { checkSlug } from '../../fields/names.ts'
import { validateFilm, validateLeadPicture } from '../../publishing/requirements.ts'
import { words } from '../../words.ts'
import {
  correctionFields,
  creditFields,
  derivedFields,
  sidebarFields,
  socialFields,
  storyFields,
} from './fields.ts'
import {
  guardPublishing,
  propose,
  publishChange,
  publishDeletion,
  rememberBefore,
  rememberDeleted,
} from './hooks.ts'
import { liveEntriesField, liveFields } from './live-fields.ts'

/** What Payload's own checks of a field do not know. */
const rules: Readonly<Record<string, { type: Field['type']; validate: unknown }>> = {
  picture: { type: 'upload', validate: validateLeadPicture },
  recording: { type: 'upload', validate: validateFilm },
  slug: {
    type: 'text',
    validate: (value: unknown, { req }: { req: { i18n: { language: string } } }) =>
      checkSlug(value, req.i18n.language),
  },
}

const withRule = (field: Field): Field => {
  const rule = 'name' in field ? rules[field.name] : undefined
  return rule?.type === field.type ? ({ ...field, validate: rule.validate } as Field) : field
}

/** Stories: one document per language; those that tell the same story share a translation group. */
export const articles: CollectionConfig = {
  slug: 'articles',
  labels: { singular: words('Story', '报道'), plural: words('Stories', '报道') },
  admin: {
    useAsTitle: 'headline',
    defaultColumns: ['headline', 'language', 'section', '_status', 'publishedAt'],
    listSearchableFields: ['headline', 'slug', 'standfirst'],
    group: words('Desk', '编务'),
    pagination: { defaultLimit: 25 },
  },
  access: accessOf('articles'),
  defaultSort: '-publishedAt',
  disableDuplicate: true,
  versions: {
    drafts: { autosave: { interval: 3000, showSaveDraftButton: true } },
    maxPerDoc: 50,
  },
  indexes: [
    { fields: ['language', 'slug'], unique: true },
    { fields: ['translationGroup', 'language'], unique: true },
    { fields: ['language', '_status', 'publishedAt'] },
    { fields: ['section', 'language', 'publishedAt'] },
    { fields: ['series', 'language', 'publishedAt'] },
  ],
  fields: [
    {
      type: 'tabs',
      tabs: [
        { label: words('Story', '报道'), fields: [...storyFields.map(withRule), liveEntriesField] },
        { label: words('Bylines', '署名'), fields: creditFields },
        { label: words('When shared', '分享'), fields: socialFields },
        { label: words('Corrections', '更正'), fields: correctionFields },
      ],
    },
    ...sidebarFields.map(withRule),
    ...liveFields,
    ...derivedFields,
  ],
  hooks: {
    beforeOperation: [guardPublishing],
    beforeValidate: [propose],
    beforeChange: [rememberBefore],
    afterChange: [publishChange],
    beforeDelete: [rememberDeleted],
    afterDelete: [publishDeletion],
  },
}
