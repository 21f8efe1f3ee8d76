import type { CollectionConfig } from 'payload'
import { recordingFiles } from '../../lib/recordings.ts'
import { isWebVtt } from '../../lib/web-vtt.ts'
import { accessOf } from '../access/permissions.ts'
import { uploadsDir } from '../environment.ts'
import { type Words, wordFor, words } from '../words.ts'
import { describe, publish, takeIn, withdraw } from './hooks.ts'
import { isRecordingLink } from './link.ts'

/** MP4 as Apple marks it; Payload tells files by that mark. */
const namesByApple = ['audio/x-m4a', 'video/x-m4v']

const hidden = { hidden: true, readOnly: true } as const
type Asked = { req: { i18n: { language: string } } }

/** A text that may be left empty, and else must pass. */
const ifAny =
  (passes: (text: string) => boolean, fault: Words) =>
  (value: unknown, { req }: Asked) =>
    typeof value !== 'string' ||
    value.trim() === '' ||
    passes(value) ||
    wordFor(fault, req.i18n.language)

/** Films and sounds: a file of our own, or a link. Stories show them at their head. */
export const recordings: CollectionConfig = {
  slug: 'recordings',
  labels: { singular: words('Recording', '音视频'), plural: words('Recordings', '音视频') },
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['title', 'kind', 'filename', 'updatedAt'],
    group: words('Desk', '编务'),
  },
  access: accessOf('recordings'),
  upload: {
    staticDir: uploadsDir,
    mimeTypes: [...Object.keys(recordingFiles), ...namesByApple],
    filesRequiredOnCreate: false,
    focalPoint: false,
    crop: false,
    pasteURL: false,
    modifyResponseHeaders: ({ headers }) => {
      headers.set('X-Content-Type-Options', 'nosniff')
      return headers
    },
  },
  fields: [
    {
      name: 'link',
      label: words('Link, where there is no file', '链接（没有文件时填写）'),
      type: 'text',
      validate: ifAny(
        isRecordingLink,
        words(
          'Paste the address of a video on YouTube, Bilibili or Tencent Video, or of a sound that begins with https://',
          '请粘贴 YouTube、哔哩哔哩或腾讯视频的视频地址，或以 https:// 开头的音频地址。',
        ),
      ),
    },
    {
      name: 'title',
      label: words('What it shows or tells', '内容'),
      type: 'text',
      localized: true,
      maxLength: 160,
    },
    {
      name: 'credit',
      label: words('Credit', '署名'),
      type: 'text',
      localized: true,
      maxLength: 120,
    },
    {
      name: 'poster',
      label: words('Picture shown before it plays', '播放前显示的图片'),
      type: 'upload',
      relationTo: 'media',
      admin: { description: words('Empty: the lead picture of the story.', '留空则用报道题图。') },
    },
    {
      name: 'captions',
      label: words('Captions (WebVTT)', '字幕（WebVTT）'),
      type: 'textarea',
      localized: true,
      validate: ifAny(
        isWebVtt,
        words(
          'Paste the text of a .vtt file: it begins with WEBVTT, and its times look like 00:05.000 --> 00:09.000',
          '请粘贴 .vtt 文件的内容：以 WEBVTT 开头，时间写作 00:05.000 --> 00:09.000。',
        ),
      ),
    },
    {
      name: 'transcript',
      label: words('Transcript', '文字稿'),
      type: 'textarea',
      localized: true,
      admin: {
        description: words(
          'What is said and shown, for those who cannot hear or see it. An empty line begins a paragraph.',
          '写明说了什么、画面上有什么，供听不到或看不到的读者使用。空一行即为另起一段。',
        ),
      },
    },
    {
      name: 'kind',
      label: words('Kind', '类型'),
      type: 'select',
      index: true,
      options: [
        { value: 'video', label: words('Film', '视频') },
        { value: 'audio', label: words('Sound', '音频') },
      ],
      admin: { readOnly: true, position: 'sidebar' },
    },
    { name: 'seconds', type: 'number', admin: hidden },
    { name: 'stem', type: 'text', admin: hidden },
  ],
  hooks: {
    beforeOperation: [takeIn],
    beforeChange: [describe],
    afterChange: [publish],
    afterDelete: [withdraw],
  },
}
