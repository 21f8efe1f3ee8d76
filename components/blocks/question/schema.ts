import type { Block } from 'payload'
import { words } from '../../../newsroom/words.ts'

export const questionBlock: Block = {
  slug: 'question',
  interfaceName: 'QuestionBlock',
  labels: { singular: words('Question', '提问'), plural: words('Questions', '提问') },
  fields: [
    {
      name: 'text',
      label: words('Question', '提问'),
      type: 'textarea',
      required: true,
      maxLength: 400,
      admin: {
        description: words(
          'Of an interview. The paragraphs below it are the answer.',
          '用于访谈，下面的段落即为回答。',
        ),
      },
    },
  ],
}
