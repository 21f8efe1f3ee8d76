import { type PayloadRequest, ValidationError } from 'payload'
import { type Words, wordFor, words } from '../words.ts'

/** Refuses a save with a message at the field, in the language of whoever saves. */
export function refuse(req: PayloadRequest, path: string, message: Words): never {
  throw new ValidationError(
    {
      collection: 'articles',
      errors: [{ path, message: wordFor(message, req.i18n.language) }],
      req,
    },
    req.t,
  )
}

export const refusals = {
  slugTaken: words(
    'Another story in this language has this name in its address.',
    '同语言的另一篇报道已使用这个地址名称。',
  ),
  counterpartTaken: words(
    'That story already has an edition in this language.',
    '那篇报道已有这一语言的版本。',
  ),
  counterpartSelf: words(
    'A story cannot be its own other edition.',
    '一篇报道不能与自身互为译本。',
  ),
  pictureMissing: words('A story needs a lead picture.', '发布前请选择题图。'),
  filmMissing: words(
    'A video story needs its film. Choose one, or another format.',
    '视频报道须有视频，请选择视频或改用其他形式。',
  ),
  pictureAlt: words(
    'This picture has no alternative text in the language of the story. Add it to the picture first.',
    '该图片缺少本文语言的替代文字，请先在图片中补充。',
  ),
  pictureCredit: words(
    'This picture has no credit in the language of the story. Add it to the picture first.',
    '该图片缺少本文语言的署名，请先在图片中补充。',
  ),
  reporterPublishes: words(
    'Reporters save drafts; an editor publishes.',
    '记者可保存草稿，发布由编辑完成。',
  ),
} as const
