import {
  BlockquoteFeature,
  BlocksFeature,
  BoldFeature,
  FixedToolbarFeature,
  HeadingFeature,
  InlineToolbarFeature,
  ItalicFeature,
  LinkFeature,
  lexicalEditor,
  OrderedListFeature,
  ParagraphFeature,
  UnorderedListFeature,
} from '@payloadcms/richtext-lexical'
import { factBoxBlock } from '../../components/blocks/fact-box/schema.ts'
import { galleryBlock } from '../../components/blocks/gallery/schema.ts'
import { pictureBlock } from '../../components/blocks/picture/schema.ts'
import { pullQuoteBlock } from '../../components/blocks/pull-quote/schema.ts'
import { questionBlock } from '../../components/blocks/question/schema.ts'
import { relatedStoryBlock } from '../../components/blocks/related-story/schema.ts'
import { videoBlock } from '../../components/blocks/video/schema.ts'

export const blocks = [
  pictureBlock,
  galleryBlock,
  pullQuoteBlock,
  questionBlock,
  factBoxBlock,
  relatedStoryBlock,
  videoBlock,
]

const marks = [
  BoldFeature(),
  ItalicFeature(),
  UnorderedListFeature(),
  OrderedListFeature(),
  BlockquoteFeature(),
  LinkFeature({ enabledCollections: ['articles', 'pages'] }),
  BlocksFeature({ blocks }),
  FixedToolbarFeature(),
  InlineToolbarFeature(),
]

/** The editor of stories and pages. What it can write, `lib/story/body.ts` can read. */
export const bodyEditor = lexicalEditor({
  features: [ParagraphFeature(), HeadingFeature({ enabledHeadingSizes: ['h2', 'h3'] }), ...marks],
})

/** The editor of what stands under a headline among others: without headings of its own. */
export const entryEditor = lexicalEditor({ features: [ParagraphFeature(), ...marks] })
