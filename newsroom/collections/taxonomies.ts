import type { CollectionConfig, Field } from 'payload'
import { accessOf, type Guarded } from '../access/permissions.ts'
import { accentField, namedFields, sharedSlug } from '../fields/names.ts'
import { taxonomyPurge } from '../outbox/taxonomies.ts'
import { type Words, words } from '../words.ts'

type Named = {
  slug: Guarded & ('sections' | 'series' | 'topics' | 'people')
  labels: { singular: Words; plural: Words }
  fields: Field[]
  reserved?: boolean
  orderable?: boolean
}

const group = words('Desk', '编务')

const named = ({ slug, labels, fields, reserved, orderable }: Named): CollectionConfig => ({
  slug,
  labels,
  admin: { useAsTitle: 'name', defaultColumns: ['name', 'slug', 'updatedAt'], group },
  access: accessOf(slug),
  orderable: orderable ?? false,
  defaultSort: orderable ? '_order' : 'slug',
  fields: [...fields, sharedSlug(reserved)],
  hooks: taxonomyPurge(slug),
})

export const sections = named({
  slug: 'sections',
  labels: { singular: words('Section', '栏目'), plural: words('Sections', '栏目') },
  fields: [...namedFields, accentField],
  reserved: true,
  orderable: true,
})

export const series = named({
  slug: 'series',
  labels: { singular: words('Series', '系列'), plural: words('Series', '系列') },
  fields: [...namedFields, accentField],
})

export const topics = named({
  slug: 'topics',
  labels: { singular: words('Topic', '话题'), plural: words('Topics', '话题') },
  fields: namedFields,
})

export const people = named({
  slug: 'people',
  labels: { singular: words('Person', '人物'), plural: words('People', '人物') },
  fields: [
    {
      name: 'name',
      label: words('Name', '姓名'),
      type: 'text',
      localized: true,
      required: true,
      maxLength: 80,
    },
    {
      name: 'position',
      label: words('Position', '职务'),
      type: 'text',
      localized: true,
      maxLength: 120,
    },
    {
      name: 'bio',
      label: words('About the person', '个人简介'),
      type: 'textarea',
      localized: true,
      maxLength: 600,
    },
    { name: 'portrait', label: words('Portrait', '照片'), type: 'upload', relationTo: 'media' },
  ],
})
