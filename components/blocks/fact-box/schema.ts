import {
  BoldFeature,
  InlineToolbarFeature,
  LinkFeature,
  lexicalEditor,
  OrderedListFeature,
  ParagraphFeature,
  UnorderedListFeature,
} from '@payloadcms/richtext-lexical'
import type { Block } from 'payload'
import { words } from '../../../newsroom/words.ts'

export const factBoxBlock: Block = {
  slug: 'factBox',
  interfaceName: 'FactBoxBlock',
  labels: { singular: words('Fact box', '资料框'), plural: words('Fact boxes', '资料框') },
  fields: [
    { name: 'title', label: words('Title', '标题'), type: 'text', required: true, maxLength: 80 },
    {
      name: 'body',
      label: words('Text', '正文'),
      type: 'richText',
      required: true,
      editor: lexicalEditor({
        features: [
          ParagraphFeature(),
          BoldFeature(),
          UnorderedListFeature(),
          OrderedListFeature(),
          LinkFeature({ enabledCollections: ['articles'] }),
          InlineToolbarFeature(),
        ],
      }),
    },
  ],
}
