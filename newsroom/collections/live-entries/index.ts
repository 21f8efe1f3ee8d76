import type { CollectionConfig } from 'payload'
import { accessOf } from '../../access/permissions.ts'
import { entryEditor } from '../../body/editor.ts'
import { validatePast } from '../../fields/past.ts'
import { words } from '../../words.ts'
import { guardPublishing } from '../articles/hooks.ts'
import {
  announceEntry,
  announceEntryDeletion,
  holdStory,
  proposeEntry,
  rememberEntry,
} from './hooks.ts'

/** Entries of live stories. Each belongs to the story of one language; readers see the newest first. */
export const liveEntries: CollectionConfig = {
  slug: 'live-entries',
  labels: { singular: words('Live entry', '直播条目'), plural: words('Live entries', '直播条目') },
  admin: {
    useAsTitle: 'headline',
    defaultColumns: ['headline', 'at', 'story', 'isKeyPoint', 'isPinned', '_status'],
    listSearchableFields: ['headline'],
    group: words('Desk', '编务'),
    pagination: { defaultLimit: 25 },
  },
  access: accessOf('live-entries'),
  defaultSort: '-at',
  disableDuplicate: true,
  // Without autosave: an entry is written in one go, and each save is a row.
  versions: { drafts: true, maxPerDoc: 20 },
  fields: [
    {
      name: 'headline',
      label: words('What is new', '标题'),
      type: 'text',
      required: true,
      maxLength: 160,
      admin: { description: words('One line. It can stand alone.', '一句话，可不写正文。') },
    },
    { name: 'body', label: words('Text', '正文'), type: 'richText', editor: entryEditor },
    {
      name: 'story',
      label: words('Live story', '所属直播'),
      type: 'relationship',
      relationTo: 'articles',
      required: true,
      index: true,
      filterOptions: { format: { equals: 'live' } },
      admin: { position: 'sidebar' },
    },
    {
      name: 'at',
      label: words('Time', '时间'),
      type: 'date',
      required: true,
      defaultValue: () => new Date().toISOString(),
      validate: validatePast,
      admin: {
        position: 'sidebar',
        date: { pickerAppearance: 'dayAndTime' },
        description: words(
          'Readers see it beside the entry, and entries are in its order.',
          '读者可见，条目按此排序。',
        ),
      },
    },
    {
      name: 'isKeyPoint',
      label: words('Among the key points', '列入要点'),
      type: 'checkbox',
      defaultValue: false,
      admin: { position: 'sidebar' },
    },
    {
      name: 'isPinned',
      label: words('Pinned to the top', '置顶'),
      type: 'checkbox',
      defaultValue: false,
      admin: {
        position: 'sidebar',
        description: words(
          'One of a story is: the one before lets go.',
          '每场直播只置顶一条，原置顶自动取消。',
        ),
      },
    },
    {
      name: 'createdBy',
      type: 'relationship',
      relationTo: 'users',
      index: true,
      admin: { hidden: true, readOnly: true },
      access: { update: () => false },
    },
  ],
  hooks: {
    beforeOperation: [guardPublishing],
    beforeValidate: [proposeEntry],
    beforeChange: [holdStory, rememberEntry],
    afterChange: [announceEntry],
    afterDelete: [announceEntryDeletion],
  },
}
