import type { Block } from 'payload'
import { readVideoLink } from '../../../lib/video-links.ts'
import { wordFor, words } from '../../../newsroom/words.ts'

const unknown = words(
  'Paste the address of a video on YouTube, Bilibili or Tencent Video, such as https://www.bilibili.com/video/BV…',
  '请粘贴 YouTube、哔哩哔哩或腾讯视频的视频地址，例如 https://www.bilibili.com/video/BV…',
)

export const videoBlock: Block = {
  slug: 'video',
  interfaceName: 'VideoBlock',
  labels: {
    singular: words('Video by link', '视频链接'),
    plural: words('Videos by link', '视频链接'),
  },
  fields: [
    {
      name: 'url',
      label: words('Address of the video', '视频地址'),
      type: 'text',
      required: true,
      validate: (value: unknown, { req }: { req: { i18n: { language: string } } }) =>
        (typeof value === 'string' && readVideoLink(value) !== null) ||
        wordFor(unknown, req.i18n.language),
    },
    { name: 'title', label: words('What it shows', '视频内容'), type: 'text', required: true },
    {
      name: 'picture',
      label: words('Picture shown before it plays', '播放前显示的图片'),
      type: 'upload',
      relationTo: 'media',
      required: true,
    },
  ],
}
