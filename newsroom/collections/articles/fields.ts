import type { Field, FilterOptions } from 'payload'
import { bodyEditor } from '../../body/editor.ts'
import { languageField } from '../../fields/language.ts'
import { words } from '../../words.ts'

const derived = (name: string, field: Partial<Field> & { type: 'text' | 'number' | 'checkbox' }) =>
  ({
    name,
    index: name === 'path',
    ...field,
    admin: { hidden: true, readOnly: true },
  }) as Field

const otherLanguages: FilterOptions = ({ data }) => ({ language: { not_equals: data.language } })

export const storyFields: Field[] = [
  {
    name: 'headline',
    label: words('Headline', '标题'),
    type: 'text',
    required: true,
    maxLength: 160,
  },
  {
    name: 'kicker',
    label: words('Kicker', '眉题'),
    type: 'text',
    maxLength: 40,
    admin: { description: words('A word or two above the headline.', '标题上方的一两个词。') },
  },
  {
    name: 'standfirst',
    label: words('Standfirst', '导语'),
    type: 'textarea',
    required: true,
    maxLength: 400,
  },
  {
    name: 'picture',
    label: words('Lead picture', '题图'),
    type: 'upload',
    relationTo: 'media',
    required: true,
  },
  {
    name: 'recording',
    label: words('Film', '视频'),
    type: 'upload',
    relationTo: 'recordings',
    filterOptions: { kind: { equals: 'video' } },
    admin: {
      description: words(
        'Stands at the head, in place of the lead picture.',
        '置于文首，代替题图。',
      ),
    },
  },
  {
    name: 'audio',
    label: words('Audio version', '音频版'),
    type: 'upload',
    relationTo: 'recordings',
    filterOptions: { kind: { equals: 'audio' } },
  },
  {
    name: 'dateline',
    label: words('Dateline', '电头'),
    type: 'text',
    maxLength: 60,
    admin: { description: words('Where it was reported from: Chongqing', '发稿地，例如：重庆') },
  },
  { name: 'body', label: words('Text', '正文'), type: 'richText', editor: bodyEditor },
]

export const creditFields: Field[] = [
  {
    name: 'bylines',
    label: words('Bylines', '署名'),
    labels: { singular: words('Byline', '署名'), plural: words('Bylines', '署名') },
    type: 'array',
    required: true,
    minRows: 1,
    maxRows: 12,
    fields: [
      {
        type: 'row',
        fields: [
          {
            name: 'person',
            label: words('Person', '人物'),
            type: 'relationship',
            relationTo: 'people',
            required: true,
            index: true,
          },
          {
            name: 'role',
            label: words('Role', '分工'),
            type: 'select',
            required: true,
            defaultValue: 'text',
            options: [
              { value: 'text', label: words('Text', '文字') },
              { value: 'photo', label: words('Photo', '图片') },
              { value: 'translation', label: words('Translation', '翻译') },
              { value: 'editing', label: words('Editing', '编辑') },
            ],
          },
        ],
      },
    ],
  },
]

export const socialFields: Field[] = [
  {
    name: 'socialTitle',
    label: words('Title when shared', '分享标题'),
    type: 'text',
    maxLength: 120,
    admin: { description: words('Empty: the headline.', '留空则用标题。') },
  },
  {
    name: 'socialDescription',
    label: words('Description when shared', '分享摘要'),
    type: 'textarea',
    maxLength: 300,
    admin: { description: words('Empty: the standfirst.', '留空则用导语。') },
  },
]

/** What was wrong and is put right: readers see it at the end of the story, search engines in its data. */
export const correctionFields: Field[] = [
  {
    name: 'corrections',
    label: words('Corrections', '更正'),
    type: 'array',
    maxRows: 20,
    labels: { singular: words('Correction', '更正'), plural: words('Corrections', '更正') },
    fields: [
      {
        name: 'correctedAt',
        label: words('Corrected', '更正时间'),
        type: 'date',
        required: true,
        admin: { date: { pickerAppearance: 'dayAndTime' } },
      },
      {
        name: 'text',
        label: words('What was wrong, and what is right', '原文有何错误，正确内容是什么'),
        type: 'textarea',
        required: true,
        maxLength: 600,
      },
    ],
  },
]

export const sidebarFields: Field[] = [
  languageField(),
  {
    name: 'format',
    label: words('Format', '形式'),
    type: 'select',
    defaultValue: 'story',
    options: [
      { value: 'story', label: words('Story', '图文报道') },
      { value: 'photo-essay', label: words('Photo essay', '图集') },
      { value: 'video', label: words('Video', '视频') },
      { value: 'live', label: words('Live', '直播') },
      { value: 'explainer', label: words('Explainer', '解读') },
      { value: 'interview', label: words('Interview', '访谈') },
    ],
    admin: {
      position: 'sidebar',
      description: words('How the story is laid out for readers.', '决定读者看到的版式。'),
    },
  },
  {
    name: 'genre',
    label: words('Genre', '体裁'),
    type: 'select',
    defaultValue: 'news',
    // The subtypes of schema.org's NewsArticle.
    options: [
      { value: 'news', label: words('News', '消息') },
      { value: 'report', label: words('Report', '通讯') },
      { value: 'background', label: words('Background', '背景') },
      { value: 'analysis', label: words('Analysis', '分析') },
      { value: 'opinion', label: words('Opinion', '评论') },
    ],
    admin: { position: 'sidebar' },
  },
  {
    name: 'slug',
    label: words('Name in the address', '地址中的名称'),
    type: 'text',
    maxLength: 96,
    index: true,
    admin: {
      position: 'sidebar',
      description: words(
        'Proposed from the headline when empty. Earlier addresses go on working.',
        '留空时根据标题生成。更改后旧地址仍然有效。',
      ),
    },
  },
  {
    name: 'publishedAt',
    label: words('Published', '发布时间'),
    type: 'date',
    index: true,
    admin: {
      position: 'sidebar',
      date: { pickerAppearance: 'dayAndTime' },
      description: words(
        'In the future: readers see it from then on. Empty: the moment of publishing.',
        '设为将来时间即为定时发布；留空则以发布时刻为准。',
      ),
    },
  },
  {
    name: 'revisedAt',
    label: words('Updated', '更新时间'),
    type: 'date',
    admin: {
      position: 'sidebar',
      date: { pickerAppearance: 'dayAndTime' },
      description: words(
        'Set it when the text changed in substance; readers see it.',
        '内容有实质变动时填写，读者可见。',
      ),
    },
  },
  {
    name: 'section',
    label: words('Section', '栏目'),
    type: 'relationship',
    relationTo: 'sections',
    required: true,
    index: true,
    admin: { position: 'sidebar' },
  },
  {
    name: 'series',
    label: words('Series', '系列'),
    type: 'relationship',
    relationTo: 'series',
    index: true,
    admin: { position: 'sidebar' },
  },
  {
    name: 'topics',
    label: words('Topics', '话题'),
    type: 'relationship',
    relationTo: 'topics',
    hasMany: true,
    maxRows: 8,
    admin: { position: 'sidebar' },
  },
  {
    name: 'onFrontPage',
    label: words('Also on the front page', '同时上首页'),
    type: 'checkbox',
    defaultValue: false,
    index: true,
    admin: {
      position: 'sidebar',
      description: words(
        'Goes first where the front page has an empty place.',
        '首页有空位时优先显示。',
      ),
    },
  },
  {
    name: 'translationOf',
    label: words('The same story in another language', '同一报道的其他语言版本'),
    type: 'relationship',
    relationTo: 'articles',
    filterOptions: otherLanguages,
    admin: { position: 'sidebar' },
  },
]

/** Worked out by the newsroom at every save; never typed. */
export const derivedFields: Field[] = [
  derived('translationGroup', { type: 'text', index: true }),
  derived('path', { type: 'text' }),
  derived('minutes', { type: 'number' }),
  derived('hasGallery', { type: 'checkbox' }),
  {
    name: 'createdBy',
    type: 'relationship',
    relationTo: 'users',
    index: true,
    admin: { hidden: true, readOnly: true },
    access: { update: () => false },
  },
]
